"""A score scheme that does not hold together is refused with what to mend."""

from __future__ import annotations

from typing import Any

import pytest

from zhuchao.core.errors import BrokenTable, Refused
from zhuchao.core.scoring import judge
from zhuchao.tables.medals import medal_scheme, medals_of
from zhuchao.tables.packs import pack_of
from zhuchao.tables.scoring import scheme_of

HEADING = """
key = "x"
title = "测试"
issuer = "筑巢"
document = "测试"
issued_on = 2026-11-28
version = "1"
"""
INPUT = '[[input]]\nkey = "done"\ntitle = "完成"\nleast = 0\n'
NODE = '[[node]]\nkey = "top"\ntitle = "得分"\n'
CAPPED = NODE + 'primitive = "cap"\nof = "done"\nmost = 10\n'


def read(text: str) -> Any:
    return scheme_of(pack_of("scores", HEADING + text))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (CAPPED + INPUT, "root 须是一个节点的 key"),
        ('root = "top"\nsurprise = 1\n' + INPUT + CAPPED, "不认识的内容：surprise"),
        ('root = "top"\n' + CAPPED, "用到未定义的“done”：已有的是 top"),
        ('root = "top"\n' + INPUT + INPUT.replace("done", "left") + CAPPED, "没有用到：left"),
        ('root = "top"\n' + INPUT + INPUT + CAPPED, "done"),
        ('root = "top"\n' + INPUT + NODE + 'primitive = "best"\n', "没有“best”这种算法"),
        ('root = "top"\n' + INPUT + CAPPED + "more = 1\n", "“得分”：有不认识的内容：more"),
        (
            'root = "top"\n' + INPUT + NODE + 'primitive = "cap"\nof = "done"\n',
            "most 和 least 之一",
        ),
        ('root = "top"\n' + CAPPED.replace('"done"', '"top"'), "循环引用：top → top"),
        (
            'root = "top"\n' + INPUT + NODE + 'primitive = "band"\nof = "done"\nband = ['
            "{ from = 0, to = 5, points = 1 }, { from = 5, points = 2 }]\n",
            "有两段重叠",
        ),
        (
            'root = "top"\n' + INPUT + NODE + 'primitive = "jury"\nmarks = "done"\n',
            "marks 须是一项 marks 输入",
        ),
        ('root = "top"\ndigits = 9\n' + INPUT + CAPPED, "digits 须是"),
        ('root = "top"\n' + INPUT + "missing = -1\n" + CAPPED, "missing 须在 least 和 most 之间"),
        ('root = "top"\n' + INPUT + CAPPED.replace("10", '"ten"'), "most 须是数"),
    ],
)
def test_a_broken_scheme_says_what_to_mend(text: str, complaint: str) -> None:
    with pytest.raises(BrokenTable, match=complaint):
        read(text)


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"done": -1}, "“完成”不能小于 0：收到的是 -1"),
        ({"done": 0.5}, "“完成”须是数"),
        ({"left": 1}, "没有“left”这样的输入"),
    ],
)
def test_an_input_that_cannot_be_is_refused(given: dict[str, Any], complaint: str) -> None:
    with pytest.raises(Refused, match=complaint):
        judge(read('root = "top"\n' + INPUT + CAPPED), given)


def test_a_scheme_of_medals_asks_only_for_what_is_known_of_articles() -> None:
    level = '[[level]]\nkey = "gold"\ntitle = "金牌"\nfrom = 5\n'
    text = HEADING + 'root = "top"\n' + INPUT + CAPPED + level

    with pytest.raises(BrokenTable, match="没有的文章数据：done"):
        medals_of(pack_of("medals", text))
    with pytest.raises(BrokenTable, match="bronze、gold、silver"):
        medals_of(pack_of("medals", text.replace("done", "words").replace('"gold"', '"best"')))


def test_the_shipped_scheme_reaches_from_nothing_to_a_hundred() -> None:
    limits = medal_scheme().root.limits()

    assert (limits.least, limits.most) == (0, 100)
