from __future__ import annotations

import pytest
from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.vocabulary.tables import Tables

OWNER = "溧川桐岭工业园开发有限公司"
LONG = "溧川县举行重点项目集中签约拓岳传动等十二个项目落户"


@pytest.mark.parametrize(
    ("declared", "above", "title"),
    [
        # Whose site it is stands on top, with or without a headline beside it in the window.
        (OWNER, f"<h1>{OWNER}</h1><h3>新闻中心</h3><h4>拓岳传动通过验收</h4>", "拓岳传动通过验收"),
        (
            f"{OWNER}-拓岳传动通过验收",
            f"<div>{OWNER}</div><div class=newstitle>拓岳传动通过验收</div>",
            "拓岳传动通过验收",
        ),
        # A deed of such a body is a headline.
        (
            "拓岳传动签约落户桐岭开发有限公司_溧川网",
            "<h1>拓岳传动签约落户桐岭开发有限公司</h1>",
            "拓岳传动签约落户桐岭开发有限公司",
        ),
        # The name of a column is longer than the headline.
        (
            "产业有新招看溧川-高质量发展一线观察专栏-溧川日报",
            "<h2>高质量发展一线观察专栏</h2><div class=title>产业有新招看溧川</div>",
            "产业有新招看溧川",
        ),
        # The line shows more than the window.
        (
            "拓岳传动为何选中溧川-溧川网",
            "<div>产业纵横观察专栏第三期</div><div class=tt>拓岳传动为何选中溧川？（图）</div>",
            "拓岳传动为何选中溧川？（图）",
        ),
        (
            "桐岭镇单层厂房出租3200㎡_溧川厂房出租_选址网",
            "<ul><li>溧川厂房出租</li></ul><div>桐岭镇单层厂房出租3200㎡ <i>实勘</i></div>",
            "桐岭镇单层厂房出租3200㎡",
        ),
        # Cut short by the site, beside another line of some length.
        (
            "溧川县举行重点项目集中签约拓岳传动等...-溧川网",
            f"<div>园区服务专线开通啦欢迎来电</div><div class=bt>{LONG}</div>",
            LONG,
        ),
    ],
)
def test_the_headline_is_told_from_site_and_column(
    declared: str, above: str, title: str, tables: Tables
) -> None:
    markup = (
        f"<html><head><title>{declared}</title></head><body>{above}<div>2026-03-18 10:20</div>"
        f"<div><p>{SENTENCE}</p><p>{SENTENCE}</p></div></body></html>"
    )

    assert read(markup, tables=tables).title.value == title
