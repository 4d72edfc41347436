from __future__ import annotations

import pytest

from zhuchao.core.reading import read
from zhuchao.core.reading.pieces import apart
from zhuchao.core.vocabulary.page import ZoneKind
from zhuchao.core.vocabulary.tables import Tables

SENTENCE = (
    "会议通报了上半年重点项目的签约、开工和到账情况，并就下半年的工作逐项作出安排，"
    "要求各部门抓紧落实。"
)


@pytest.mark.parametrize(
    ("pieces", "tag", "parts"),
    [
        (["08:42 来源: ", "汀阳晚报", " ", "举报"], "div", ["08:42 来源: 汀阳晚报 ", "举报"]),
        (["县域三宗地挂牌 ", "热"], "h1", ["县域三宗地挂牌 ", "热"]),
        (["这个夏天很", "热"], "p", ["这个夏天很热"]),
        (["原创", " ", "林知夏"], "div", ["原创 ", "林知夏"]),
        (["字号：[", "大", " ", "中", "]", "分享到："], "div", ["字号：[大 中]", "分享到："]),
        (["赞 12", "评论 3", "收藏"], "div", ["赞 12 评论 3收藏"]),
        (["甲研究室", "昨天 10:30", "戚小满/文"], "div", ["甲研究室 昨天 10:30 戚小满/文"]),
        (["点", "收藏", "即可。"], "p", ["点收藏即可。"]),
    ],
)  # fmt: skip
def test_buttons_and_badges_stand_apart(pieces: list[str], tag: str, parts: list[str]) -> None:
    assert apart(pieces, tag) == parts


def test_a_button_beside_the_source_is_no_part_of_it(tables: Tables) -> None:
    meta = "<div>2026-03-13 08:42　来源: <a>汀阳晚报</a> <a>举报</a></div>"
    head = f"<h1>霁川新区召开项目调度会</h1>{meta}"
    page = read(
        f"<html><body>{head}<p>{SENTENCE}</p><p>{SENTENCE}</p></body></html>", tables=tables
    )

    assert page.source.value == "汀阳晚报"
    assert [zone.text for zone in page.cut if zone.kind is ZoneKind.SHARE] == ["举报"]
    assert all(zone.span.of(page.text) == zone.text for zone in page.cut)
