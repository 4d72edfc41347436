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


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("出租厂房800平，头两个月不要钱", {"rent_free": "2"}),
        ("出租厂房800平，头一个月装修不算钱", {"rent_free": "1"}),
        ("出租厂房800平，满一年送半个月", {"rent_free": "0.5"}),
        ("出租办公室800平，免装期：45天", {"rent_free": "45"}),
        ("求租厂房800平，最好能免仨月装修", {"rent_free": "3"}),
        ("求租厂房800平，园区最好三年免租", {"rent_free": "36"}),
        ("出租厂房800平，免租一个半月", {"rent_free": "1.5"}),
        (
            "出租厂房800平，物业费我们出，能办照",
            {"property_fee": "included", "registerable": "yes"},
        ),
        ("出租厂房800平，物业费租客自己交", {"property_fee": "excluded"}),
        ("出租厂房800平，注册OK，16号可以进场", {"registerable": "yes", "move_in": "16号"}),
        ("出租厂房800平，可短租半年", {"term": "6.."}),
        ("转租厂房800平，合同到28年6月", {"term": None}),
        ("出租厂房800平，环评看行业", {"eia": None}),
        ("求租厂房800平，天然气没有也中", {"gas": None}),
        ("求租厂房800平，天然气没有无所谓", {"gas": None}),
        ("求租厂房800平，10吨行车2台，2月前", {"move_in": "2月前"}),
        ("需求单｜厂房｜800㎡｜2027/1/15前｜≤17", {"move_in": "2027/1/15前"}),
        ("求租厂房800平，进场不急，明年下半年", {"move_in": "明年下半年"}),
        (
            "求租厂房800平，能耗折标煤900吨/年，靠铁路货站60分钟内，需排放总量指标",
            {"energy": "900", "rail": "..60", "discharge_quota": "yes"},
        ),
        ("出租厂房800平，两按一租", {"deposit": "押二付一"}),
        ("出租厂房800平，一年一付", {"deposit": "一年一付"}),
        ("出租厂房800平，要发票另加5个点", {"vat": "excluded"}),
        ("出租厂房800平，带取暖不带税", {"vat": "excluded"}),
        ("求租厂房800平，租期3+2，预算20以内", {"term": "3"}),
        ("二房东转租仓库800平，签的还剩14个月", {"term": "14"}),
        ("出租厂房800平，够一年就签", {"term": "1.."}),
        ("出租厂房800平，最短租期2年", {"term": "2.."}),
        (
            "出租厂房800平，1.25元/㎡/天，不含物业，物业费4元/㎡/月",
            {"property_fee": "4", "rent": "1.25"},
        ),
        ("国企直租仓库5200㎡，租金24，物业费另计2元", {"property_fee": "2", "rent": "24"}),
        ("求租厂房800平，三月底之前要搬", {"move_in": "三月底之前"}),
        ("求租厂房800平，冬储前能进就行", {"move_in": "冬储前"}),
        ("求租厂房800平，收完秋就搬", {"move_in": "收完秋"}),
        ("求租仓库800平，到仓：双旦后", {"move_in": "双旦后"}),
        ("求租厂房800平，开春前把缝纫机都搬完", {"move_in": "开春前"}),
        ("出租厂房800平，二期预计年底交付", {"move_in": None}),
        ("工业用地80亩出让，挂牌时间：12月下旬", {"move_in": None}),
        ("出租厂房800平，冇红本，污水排不出去", {"title": "no", "sewage": "no"}),
        ("出租厂房800平，气通了，税收无要求", {"gas": "yes", "tax": "none"}),
        (
            "求租厂房800平，有没有天然气的，业主肯出红本办执照",
            {"gas": "yes", "registerable": "yes"},
        ),
    ],
)
def test_the_same_is_said_in_other_words_all_over_the_country(
    text: str, fields: dict[str, str | None], tables: Tables
) -> None:
    read = told(text, tables)

    assert {key: read.get(key) for key in fields} == fields
