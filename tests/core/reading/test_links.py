"""Where links lead: the source's own address, and files to download."""

import pytest
from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.vocabulary.page import Page
from zhuchao.core.vocabulary.read import State
from zhuchao.core.vocabulary.tables import Tables

ADDRESS = "https://news.example/2026/05/a.html"


def page_of(meta: str, below: str, tables: Tables, head: str = "", address: str = ADDRESS) -> Page:
    raw = (
        f"<html><head><title>澜溪园区开工一批项目</title>{head}</head><body>"
        f"<h1>澜溪园区开工一批项目</h1><div>{meta}</div>"
        f"<div class=text><p>{SENTENCE}</p><p>{SENTENCE}</p></div>{below}</body></html>"
    )
    return read(raw, tables=tables, address=address)


@pytest.mark.parametrize(
    ("meta", "below", "address"),
    [
        ('2026-05-01 来源：<a href="http://daily.example/9">澜溪日报</a>', "", "http://daily.example/9"),
        ('2026-05-01 来源：<a href="/9">澜溪日报</a>', "", "https://news.example/9"),
        ("2026-05-01 来源：澜溪日报", "<p>原文链接：https://daily.example/9</p>", "https://daily.example/9"),
        ('2026-05-01 来源：澜溪日报 <a href="/login">登录</a>', "", None),
        ('2026-05-01 来源：<a href="javascript:void(0)">澜溪日报</a>', "", None),
    ],
)  # fmt: skip
def test_the_address_of_the_source(
    meta: str, below: str, address: str | None, tables: Tables
) -> None:
    found = page_of(meta, below, tables).source_address

    assert found.value == address
    assert (found.state is State.UNKNOWN) is (address is None)


def test_without_an_address_of_its_own_links_stay_as_written(tables: Tables) -> None:
    page = page_of('2026-05-01 来源：<a href="/9">澜溪日报</a>', "", tables, address="")

    assert page.source_address.value == "/9"


def test_a_declared_base_counts(tables: Tables) -> None:
    meta = '2026-05-01 来源：<a href="9">澜溪日报</a>'
    page = page_of(meta, "", tables, head='<base href="/archive/">')

    assert page.source_address.value == "https://news.example/archive/9"


@pytest.mark.parametrize(
    ("below", "files"),
    [
        ('<p>附件：<a href="f/1.docx">申报表.docx</a></p>', [("申报表.docx", "https://news.example/2026/05/f/1.docx")]),
        ('<p>附件1：<a href="/d?id=3">申报指南（试行）</a></p>', [("申报指南（试行）", "https://news.example/d?id=3")]),
        ('<p><a href="/1.pdf">名单.pdf</a> <a href="#">回到顶部</a></p>', [("名单.pdf", "https://news.example/1.pdf")]),
        ("<p>附件：1.申报表.docx</p>", [("申报表.docx", "")]),
        ("<p>附件：</p>", []),
    ],
)  # fmt: skip
def test_attachments_with_and_without_links(
    below: str, files: list[tuple[str, str]], tables: Tables
) -> None:
    page = page_of("2026-05-01", f"<div>{below}</div>", tables)

    assert [(each.name, each.address) for each in page.attachments] == files
    assert all(each.span.of(page.text) == each.name for each in page.attachments)
