"""What people say of least and most, of what was and is not, in the words that they use."""

from __future__ import annotations

import pytest
from tests.core.messages.telling import told

from zhuchao.core.vocabulary.tables import Tables


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("求租溧阳厂房2000平,层高最低6米", {"height": "6.."}),
        ("求租溧阳厂房2000平,一个月莫超过8千块", {"rent": "..8000"}),
        ("求租溧阳厂房,四千到五千平左右", {"area": "4000..5000"}),
        ("溧阳厂房出租,高度六七米,院子两三亩", {"height": "6..7", "yard_area": "2..3"}),
        ("溧阳厂房出租,2000平,原价22现在19出", {"rent": "19"}),
        ("溧阳二楼三楼各1100平出租 层高4.8 二楼13三楼11", {"rent@2": "13", "rent@3": "11"}),
        ("溧阳厂房转租,1300平,只做机加工 注塑不要", {"trade": "机加工", "excluded_trade": "注塑"}),
        ("溧阳高标库6000平出租 半年免租没有 签三年送2个月", {"rent_free": "2"}),
        ("求租沈阳浑南或者铁西厂房2000平", {"place": "浑南|铁西"}),
        ("溧阳冷库出租,4500平,可存肉类、海鲜、雪糕", {"trade": "肉类|海鲜|雪糕"}),
        ("溧阳厂房出租,6200平,不得从事危化品、废旧回收", {"excluded_trade": "危化品|废旧回收"}),
        ("溧阳厂房出租 1100平 22元 面谈可少 老唐", {"person": "老唐"}),
        ("溧阳工业用地出售,25亩,没有税收和产值要求", {"tax": "none", "output": "none"}),
        ("淄博张店找个大院租,2000平", {"layout": "yard"}),
    ],
)
def test_a_saying_is_read_as_it_is_meant(text: str, fields: dict[str, str], tables: Tables) -> None:
    assert fields.items() <= told(text, tables).items()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("溧阳高标库6000平出租 半年免租没有", "rent_free"),
        ("求租溧阳厂房2000平,手续齐全", "title"),
        ("求租溧阳厂房2000平,做钢结构加工的 不喷漆", "excluded_trade"),
        ("佛山三层厂房出租 每层2400平 1200起分\n一楼26 二三楼18", "minimum_let@1"),
        ("溧阳厂房出租,3000平,评估价4000万", "rent"),
        ("溧阳厂房出租,3000平,上一任租客押了三个月", "rent"),
    ],
)
def test_what_is_not_told_stays_unknown(text: str, key: str, tables: Tables) -> None:
    assert key not in told(text, tables)
