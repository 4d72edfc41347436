from __future__ import annotations

from datetime import date

import pytest
from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.vocabulary.tables import Tables

OTHER = SENTENCE.replace("上半年", "三季度")


def _posts(title: str, day: str) -> str:
    posts = (
        ("霁川新区召开调度会", "2026-05-10", SENTENCE),
        ("另一个项目也开工了", "2026-05-11", OTHER),
    )
    return "".join(
        title.format(name) + day.format(told) + f"<div class=text><p>{text}</p><p>{text}</p></div>"
        for name, told, text in posts
    )


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("<h2>{}</h2>", "<div>{} 来源：霁川网</div>"),
        ("<div class=post-title>{}</div>", "<div class=post-title>{} 03:25:55</div>"),
    ],
)
def test_a_page_of_several_articles_is_read_as_the_first(
    title: str, day: str, tables: Tables
) -> None:
    page = read(
        f"<html><body><div class=list>{_posts(title, day)}</div></body></html>", tables=tables
    )

    assert page.title.value == "霁川新区召开调度会"
    assert page.body_text == f"{SENTENCE}\n{SENTENCE}"
    published = page.published.value
    assert published is not None
    assert date(published.year, published.month, published.day) == date(2026, 5, 10)


def test_headings_of_the_titles_look_without_a_day_stay(tables: Tables) -> None:
    head = "<h2>霁川新区召开调度会</h2><div>2026-05-10</div>"
    body = f"<p>{SENTENCE}</p><h2>怎么选址</h2><p>{OTHER}</p>"
    page = read(f"<html><body><div>{head}{body}</div></body></html>", tables=tables)

    assert page.body_text == f"{SENTENCE}\n怎么选址\n{OTHER}"
