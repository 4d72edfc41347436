"""Marks of written pages quote their page, and use the kinds and fields that there are."""

from __future__ import annotations

import html
import re

import pytest
from benchmarks.quality.pages.scoring import folded
from benchmarks.quality.pages.written import COUNTS, DAYS, TEXTS, Marked, marked_pages

from zhuchao.core.reading.decoding import decode
from zhuchao.core.vocabulary.page import ZoneKind

PAGES = list(marked_pages())
FIELDS = {*TEXTS, *COUNTS, *DAYS, "breadcrumb"}
TAG = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)


def shown(marked: Marked) -> str:
    text, _ = decode(marked.raw)
    return folded(html.unescape(TAG.sub("", text)) if marked.marks["form"] == "html" else text)


@pytest.mark.parametrize("marked", PAGES, ids=[marked.name for marked in PAGES])
def test_every_marked_line_stands_on_the_page(marked: Marked) -> None:
    page = shown(marked)

    absent = [at for at, (_, text) in enumerate(marked.marks["lines"]) if folded(text) not in page]

    assert absent == []


@pytest.mark.parametrize("marked", PAGES, ids=[marked.name for marked in PAGES])
def test_kinds_and_fields_are_known(marked: Marked) -> None:
    kinds = {kind for kind, _ in marked.marks["lines"]}

    assert kinds <= {kind.value for kind in ZoneKind}
    assert marked.marks.get("fields", {}).keys() <= FIELDS
    assert all(item.keys() <= {"title", "excerpt"} for item in marked.marks.get("related", []))
