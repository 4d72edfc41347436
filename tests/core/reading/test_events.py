"""The day of the thing told is another than that of the publication, and is never invented."""

from datetime import date

import pytest
from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.tables import Tables


def event_of(opening: str, tables: Tables, published: str = "2026-03-05") -> Read[date]:
    meta = f"发布时间：{published} 来源：某报" if published else "来源：某报"
    raw = f"澜溪园区开工一批项目\n{meta}\n{opening}\n{SENTENCE}\n{SENTENCE}"
    return read(raw, tables=tables).event_on


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        (f"3月4日，{SENTENCE}", date(2026, 3, 4)),
        (f"本报讯（记者 某某）2月28日上午，{SENTENCE}", date(2026, 2, 28)),
        (f"12月30日，{SENTENCE}", date(2025, 12, 30)),
        (f"4月18日，{SENTENCE}", date(2026, 4, 18)),
        (f"2025年11月3日，{SENTENCE}", date(2025, 11, 3)),
        (f"今天上午，{SENTENCE}", date(2026, 3, 5)),
        (f"昨日下午，{SENTENCE}", date(2026, 3, 4)),
        (f"4日上午，{SENTENCE}", date(2026, 3, 4)),
        (f"28日上午，{SENTENCE}", date(2026, 2, 28)),
        (f"⽉历翻到春天。3⽉4⽇，{SENTENCE}", date(2026, 3, 4)),
        (f"{SENTENCE}\n活动时间：2026年4月18日9:00", date(2026, 4, 18)),
    ],
)
def test_a_day_told_in_the_opening(opening: str, day: date, tables: Tables) -> None:
    found = event_of(opening, tables)

    assert (found.value, found.state) == (day, State.INFERRED)
    assert found.why
    assert found.span is not None


@pytest.mark.parametrize(
    "opening",
    [
        SENTENCE,
        f"近日，{SENTENCE}",
        f"截至3月4日，{SENTENCE}",
        f"自2026年1月1日起，{SENTENCE}",
        f"公示期为3月1日至3月7日，{SENTENCE}",
        f"请于3月20日前报名，{SENTENCE}",
        f"根据《关于3月4日活动的通知》，{SENTENCE}",
    ],
)
def test_no_day_is_taken_from_a_range_a_limit_or_a_name(opening: str, tables: Tables) -> None:
    assert event_of(opening, tables).value is None


def test_without_a_publication_the_year_stays_open(tables: Tables) -> None:
    found = event_of(f"3月4日，{SENTENCE}", tables, published="")

    assert found.state is State.UNKNOWN
    assert "年份" in found.why
