from __future__ import annotations

from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.vocabulary.tables import Tables

TEASER = "园区第{0}批厂房近日交付使用，首批企业陆续搬入，预计年内全部投产，带动就业三百人。"


def _teasers(many: int) -> str:
    title = "<h4><a href=/{0}>园区第{0}批厂房交付使用</a></h4>"
    items = (f"<div class=item>{title}<p>{TEASER}</p></div>" for _ in range(many))
    return "".join(item.format(at) for at, item in enumerate(items))


def test_a_long_list_of_teasers_beside_a_short_text_is_none_of_it(tables: Tables) -> None:
    text = f"<div class=text><h1>霁川新区召开调度会</h1><p>{SENTENCE}</p></div>"
    page = read(
        f"<html><body>{text}<div class=more>{_teasers(14)}</div></body></html>", tables=tables
    )

    assert page.body_text == SENTENCE


def test_a_digest_is_made_of_teasers(tables: Tables) -> None:
    page = read(
        f"<html><body><h1>园区一周要闻</h1><div class=more>{_teasers(6)}</div></body></html>",
        tables=tables,
    )

    assert TEASER.format(5) in page.body_text
