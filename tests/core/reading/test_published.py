from __future__ import annotations

from datetime import date, datetime

import pytest

from zhuchao.core.reading import read
from zhuchao.core.text.dates import BEIJING
from zhuchao.core.vocabulary.read import State
from zhuchao.core.vocabulary.tables import Tables

SENTENCE = (
    "2月10日，霁川新区召开会议，通报2021年12月31日前重点项目的签约、开工和到账情况，"
    "并安排了下一步的工作。"
)
FETCHED = datetime(2023, 6, 1, 12, tzinfo=BEIJING)


@pytest.mark.parametrize(
    "text",
    [
        f"霁川新区召开项目调度会\n{SENTENCE}",
        f"今天是2023年6月1日 星期四\n霁川新区召开项目调度会\n{SENTENCE}",
        f"霁川新区召开项目调度会\n{SENTENCE}\nCopyright © 2010-2023 霁川网 版权所有",
        f"霁川新区召开项目调度会\n{SENTENCE}\n相关文章\n另一条消息 2023-05-30",
    ],
)
def test_a_page_without_a_date_has_none(text: str, tables: Tables) -> None:
    published = read(text, tables=tables, fetched_at=FETCHED).published

    assert (published.value, published.state) == (None, State.UNKNOWN)
    assert published.why


def test_a_labelled_date_below_the_text_counts(tables: Tables) -> None:
    page = read(f"霁川新区召开项目调度会\n{SENTENCE}\n发布日期：2022-02-11", tables=tables)

    assert page.published.value == date(2022, 2, 11)


def test_a_date_in_the_head_alone_is_inferred(tables: Tables) -> None:
    markup = (
        "<html><head><meta property='article:published_time' content='2022-02-11T08:00:00+08:00'>"
        f"</head><body><h1>霁川新区召开项目调度会</h1><p>{SENTENCE}</p></body></html>"
    )

    published = read(markup, tables=tables).published

    assert published.value == datetime(2022, 2, 11, 8, tzinfo=BEIJING)
    assert published.state is State.INFERRED


def test_a_disclosure_was_published_when_it_was_signed(tables: Tables) -> None:
    signed = "霁川精工股份有限公司董事会\n2024年3月13日"
    code = "证券代码：600000 证券简称：霁川精工 公告编号：2024-014"
    title = "霁川精工股份有限公司关于签订项目投资协议的公告"

    disclosed = read(f"{code}\n{title}\n{SENTENCE}\n{SENTENCE}\n{signed}", tables=tables)
    other = read(f"{title}\n{SENTENCE}\n{SENTENCE}\n{signed}", tables=tables)

    assert (disclosed.published.value, disclosed.published.state) == (
        date(2024, 3, 13),
        State.INFERRED,
    )
    assert other.published.value is None


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("04-08 09:12", datetime(2026, 4, 8, 9, 12, tzinfo=BEIJING)),
        ("11-30", date(2025, 11, 30)),
        ("09-30", None),
        ("06-01", None),
    ],
)
def test_a_day_without_a_year_is_the_last_before_the_fetching_if_that_is_near(
    written: str, published: date | None, tables: Tables
) -> None:
    text = f"县长调研项目建设\n来源：县政府办　发布时间：{written}\n{SENTENCE}\n{SENTENCE}"
    fetched_at = datetime(2026, 4, 9, 12, tzinfo=BEIJING)

    found = read(text, tables=tables, fetched_at=fetched_at).published

    assert found.value == published
    assert read(text, tables=tables).published.value is None
    assert found.state is (State.INFERRED if published else State.UNKNOWN)
