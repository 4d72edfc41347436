"""Lines that no wording of the rules names are told by what is seen of them."""

from __future__ import annotations

import pytest
from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.reading.page import sheet_of_page
from zhuchao.core.reading.titles import title_line
from zhuchao.core.reading.zoning import kinds_of, ruled_kinds
from zhuchao.core.vocabulary.page import BODY_KINDS, Page, ZoneKind
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.weights import Weights

TOP = "首页 > 要闻 > 正文\n霁川新区召开项目调度会\n发布时间：2024-05-06　来源：霁川发布"


def kind_of(page: Page, text: str) -> ZoneKind:
    return next(zone.kind for zone in (*page.body, *page.cut) if text in zone.text.split("\n"))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("收藏17 转播 支持 反对", ZoneKind.SHARE),
        ("收藏 点赞 分享 订阅 投稿 我要投稿", ZoneKind.SHARE),
        ("投稿与新闻线索：微信 jcxw0001　邮箱：news@jichuan.example", ZoneKind.CONTACT),
        ("监督部门：霁川新区建设局　电话：0900-0000172", ZoneKind.CONTACT),
        ("需求说明书.docx 点击下载（需登录）", ZoneKind.ATTACHMENT),
    ],
)
def test_a_line_of_unknown_words_is_told_by_its_form_and_place(
    line: str, kind: ZoneKind, tables: Tables
) -> None:
    page = read(f"{TOP}\n{SENTENCE}\n{SENTENCE}\n{SENTENCE}\n{line}\n打印 关闭", tables=tables)

    assert kind_of(page, line) is kind


def test_an_attachment_is_named_without_the_call_to_download_it(tables: Tables) -> None:
    page = read(
        f"{TOP}\n{SENTENCE}\n{SENTENCE}\n附件：\n说明.docx 点击下载（需登录）", tables=tables
    )

    assert [each.name for each in page.attachments] == ["说明.docx"]


def test_without_weights_the_rules_alone_tell(tables: Tables) -> None:
    sheet = sheet_of_page(f"{TOP}\n{SENTENCE}\n收藏17 转播 支持 反对\n{SENTENCE}", tables)
    title_at = title_line(sheet)

    assert kinds_of(sheet, title_at) == ruled_kinds(sheet, title_at)[0]


@pytest.mark.parametrize("line", ["import json", "def parse():", "骗局之1", "傅　谨"])
def test_amid_sentences_no_line_of_the_text_becomes_furniture(line: str, tables: Tables) -> None:
    page = read(f"{TOP}\n{SENTENCE}\n{SENTENCE}\n{line}\n{SENTENCE}\n{SENTENCE}", tables=tables)

    assert kind_of(page, line) in BODY_KINDS


def test_what_says_the_title_again_stays_a_heading_whatever_its_weights(tables: Tables) -> None:
    title = "霁川新区召开项目调度会"
    page = f"{TOP}\n原标题：{title}\n　{title}\n{SENTENCE}\n建设快\n{SENTENCE}"
    sheet = sheet_of_page(page, tables)
    for_text = Weights(("paragraph", "heading"), {"tag ": (9000, 0)})

    kinds = kinds_of(sheet, title_line(sheet), for_text)

    told = dict(zip([line.text.strip() for line in sheet.lines], kinds, strict=True))
    assert told[title] is ZoneKind.HEADING
    assert told["建设快"] is ZoneKind.PARAGRAPH
