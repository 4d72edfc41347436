from __future__ import annotations

import pytest
from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.vocabulary.page import ZoneKind as Z
from zhuchao.core.vocabulary.tables import Tables

HEAD = f"霁川新区召开项目调度会\n发布时间：2024-05-06　来源：霁川发布\n{SENTENCE}\n"

LINES_BELOW_THE_TEXT = [
    ("责任编辑：米可心", Z.EDITOR),
    ("（责编：米可心、纪南舟）", Z.EDITOR),
    ("本期编辑 米可心返回网易,查看更多", Z.EDITOR),
    ("联系电话：0555-6600118", Z.CONTACT),
    ("顾北辰微信号", Z.CONTACT),
    ("长按/扫一扫加顾北辰的微信号", Z.CONTACT),
    ("13800000001", Z.CONTACT),
    ("版权声明:本文由霁川网发布,如需转载请注明出处。", Z.NOTICE),
    ("如有侵权请联系我们删除", Z.NOTICE),
    ("分享到：微信 微博", Z.SHARE),
    ("来源：霁川日报", Z.META),
    ("附件：1.申报表.docx", Z.ATTACHMENT),
    ("上一篇：霁川新区发布新政", Z.NAVIGATION),
    ("网站标识码：3200000001 技术支持：霁川信息中心", Z.NAVIGATION),
    ("主办单位：霁川新区管委会", Z.PARAGRAPH),
    ("审核通过", Z.PARAGRAPH),
    ("关注企业用工需求", Z.PARAGRAPH),
    ("分享会在园区举行", Z.PARAGRAPH),
    ("评论认为，这一做法值得推广。", Z.PARAGRAPH),
    ("发言人表示，这一说法不代表新区的立场。", Z.PARAGRAPH),
    ("一、总体要求", Z.HEADING),
    ("会上，三家企业作了交流发言。", Z.PARAGRAPH),
    ("编辑部的同志也参加了会议，并与企业代表进行了深入的交流。", Z.PARAGRAPH),
]


@pytest.mark.parametrize(("line", "kind"), LINES_BELOW_THE_TEXT)
def test_a_line_below_the_text_is_classed_by_its_wording(
    line: str, kind: Z, tables: Tables
) -> None:
    page = read(HEAD + line, tables=tables)

    (zone,) = [zone for zone in (*page.body, *page.cut) if line in zone.text]
    assert zone.kind is kind


@pytest.mark.parametrize(("line", "kind"), LINES_BELOW_THE_TEXT)
def test_a_line_is_of_the_same_kind_with_a_dom(line: str, kind: Z, tables: Tables) -> None:
    lines = "".join(f"<p>{text}</p>" for text in (*HEAD.splitlines()[1:], SENTENCE, line))
    markup = f"<html><body><div><h1>{HEAD.splitlines()[0]}</h1>{lines}</div></body></html>"

    page = read(markup, tables=tables)

    zones = [zone for zone in (*page.body, *page.cut) if line in zone.text]
    assert [zone.kind for zone in zones] == [kind]


def test_after_the_head_of_a_related_list_nothing_is_body(tables: Tables) -> None:
    page = read(f"{HEAD}相关文章\n另一个园区的消息\n另一个园区的消息\n{SENTENCE}", tables=tables)

    assert page.body_text == SENTENCE
    assert [(item.title, item.excerpt) for item in page.related] == [("另一个园区的消息", SENTENCE)]


def test_a_list_of_hot_pages_is_no_related_list(tables: Tables) -> None:
    page = read(f"{HEAD}热门文章\n园区企业用工服务指南", tables=tables)

    assert page.related == ()
    assert "用工" not in page.body_text


def test_comments_longer_than_the_text_are_no_body(tables: Tables) -> None:
    comments = "".join(f"<li class=comment><p>{SENTENCE}{n}</p></li>" for n in range(9))
    markup = (
        f"<html><body><div class=main><h1>霁川新区召开项目调度会</h1><div><p>{SENTENCE}</p>"
        f"<p>{SENTENCE}</p></div><ul class=comments>{comments}</ul></div></body></html>"
    )

    page = read(markup, tables=tables)

    assert page.body_text == f"{SENTENCE}\n{SENTENCE}"


def test_scripts_and_hidden_parts_are_not_read(tables: Tables) -> None:
    markup = (
        f"<html><body><h1>霁川新区召开项目调度会</h1><script>var a = '<p>脚本</p>'</script>"
        f"<div style='display: none'>隐藏</div><p>{SENTENCE}</p><!-- 注释 --></body></html>"
    )

    page = read(markup, tables=tables)

    assert page.text == f"霁川新区召开项目调度会\n{SENTENCE}"
