"""A read page's fields as an article: escaped, merged, cut to their columns."""

import pytest

from zhuchao.apps.publishing.mapping import (
    EXCERPT_LENGTH,
    Paragraph,
    Provenance,
    draft_of,
    excerpt_of,
    merged_tables,
    stream_of,
    web_address,
)

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def test_markup_in_a_paragraph_is_text() -> None:
    ((kind, stored),) = stream_of([Paragraph("paragraph", HOSTILE)])

    assert kind == "paragraph"
    assert "<script" not in stored
    assert "<img" not in stored


def test_a_heading_too_long_for_one_becomes_a_paragraph() -> None:
    assert stream_of([Paragraph("heading", "长" * 201)])[0][0] == "paragraph"


def test_rows_read_one_by_one_stand_in_one_table() -> None:
    rows = [
        Paragraph("table", "指标\t数"),
        Paragraph("table", "项目\t3"),
        Paragraph("paragraph", "完"),
    ]

    assert merged_tables(rows) == [Paragraph("table", "指标\t数\n项目\t3"), rows[2]]


def test_an_excerpt_is_the_running_text_without_headings() -> None:
    body = [Paragraph("heading", "一、总体"), Paragraph("paragraph", "开工三个项目。" * 40)]

    excerpt = excerpt_of(body)

    assert excerpt.startswith("开工三个项目。")
    assert len(excerpt) == EXCERPT_LENGTH


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("https://news.example.com/a/1", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("", False),
        ("https://example.com/" + "a" * 2000, False),
    ],
)
def test_only_an_address_of_the_web_is_kept(written: str, kept: bool) -> None:
    assert web_address(written) == (written if kept else "")


def test_what_is_cut_away_does_not_reach_the_body() -> None:
    stored = {
        "title": {"value": "开园"},
        "body": [
            {"kind": "paragraph", "text": "正文", "span": [0, 2]},
            {"kind": "contact", "text": "电话 13800000001", "span": [3, 9]},
        ],
    }

    draft = draft_of(stored, title="", address="")

    assert draft.title == "开园"
    assert [each.text for each in draft.paragraphs] == ["正文"]


def test_columns_are_cut_to_their_lengths() -> None:
    columns = Provenance(source="源" * 300, editor_name="编" * 300).columns()

    assert (len(columns["source"]), len(columns["editor_name"])) == (100, 40)
