from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.text.dates import BEIJING, NEEDS_FETCH_TIME, NO_YEAR, find_dates, resolve
from zhuchao.core.vocabulary.read import State

FETCHED = datetime(2023, 6, 1, 12, 30, tzinfo=BEIJING)


def moment(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=BEIJING)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2022-02-13", date(2022, 2, 13)),
        ("2022/2/3", date(2022, 2, 3)),
        ("2022.02.13 16:31", moment(2022, 2, 13, 16, 31)),
        ("2022年2月13日", date(2022, 2, 13)),
        ("2019年09月11日01:53", moment(2019, 9, 11, 1, 53)),
        ("2022年2月13日 星期日 08:05:09", moment(2022, 2, 13, 8, 5, 9)),
        ("2022-02-13T23:37:00+08:00", moment(2022, 2, 13, 23, 37)),
        ("二〇二二年二月十三日", date(2022, 2, 13)),
        ("二〇二三年十一月三十日", date(2023, 11, 30)),
    ],
)
def test_a_date_with_its_year_is_given(text: str, value: date) -> None:
    (written,) = find_dates(f"发布时间：{text}")

    read = resolve(written, None)

    assert (read.value, read.state) == (value, State.GIVEN)


@pytest.mark.parametrize(
    "text",
    [
        "2022-02-30",
        "13391219793",
        "0519-86600118",
        "20亩地 14600平",
        "1.2.3",
        "380V/500KVA",
        "99-99",
    ],
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8个月前 (09-24)", date(2022, 9, 24)),
        ("1年前 (2021-03-01)", date(2021, 3, 1)),
        ("1年前 (03-05)", date(2022, 3, 5)),
        ("2年前（12-31）", date(2020, 12, 31)),
        ("2天前 (05-30)", date(2023, 5, 30)),
        ("3小时前", moment(2023, 6, 1, 9, 30)),
        ("20分钟前", moment(2023, 6, 1, 12, 10)),
        ("3天前", date(2023, 5, 29)),
        ("今天10:30", moment(2023, 6, 1, 10, 30)),
        ("昨天 20:15", moment(2023, 5, 31, 20, 15)),
        ("前天", date(2023, 5, 30)),
        ("刚刚", date(2023, 6, 1)),
    ],
)
def test_a_relative_date_is_told_by_the_time_of_fetching(text: str, value: date) -> None:
    values = [resolve(written, FETCHED).value for written in find_dates(text)]

    assert value in values


@pytest.mark.parametrize("text", ["8个月前 (09-24)", "3小时前", "今天10:30", "昨天"])
def test_without_the_time_of_fetching_a_relative_date_stays_open(text: str) -> None:
    (written,) = find_dates(text)

    read = resolve(written, None)

    assert (read.value, read.why) == (None, NEEDS_FETCH_TIME)
    assert read.span is not None
    assert read.span.of(text) == text


@pytest.mark.parametrize("text", ["8个月前 (02-24)", "5天前 (12-01)"])
def test_a_relative_date_that_contradicts_itself_stays_open(text: str) -> None:
    (written,) = find_dates(text)

    assert resolve(written, FETCHED).state is State.UNKNOWN


@pytest.mark.parametrize("text", ["09-24", "9月24日", "10月8日 09:30"])
def test_a_day_without_a_year_never_gets_one(text: str) -> None:
    (written,) = find_dates(text)

    read = resolve(written, FETCHED)

    assert (read.value, read.why) == (None, NO_YEAR)


@pytest.mark.parametrize("text", ["8个月前", "2年前", "3周前"])
def test_a_rough_age_alone_names_no_day(text: str) -> None:
    (written,) = find_dates(text)

    assert resolve(written, FETCHED).value is None


def test_a_time_of_fetching_elsewhere_counts_in_beijing() -> None:
    elsewhere = datetime(2023, 5, 31, 20, 0, tzinfo=timezone(timedelta(hours=0)))
    (written,) = find_dates("今天")

    assert resolve(written, elsewhere).value == date(2023, 6, 1)


def test_a_leap_day_finds_its_year() -> None:
    (written,) = find_dates("3年前 (02-29)")

    assert resolve(written, FETCHED).value == date(2020, 2, 29)


@given(st.text(max_size=60), st.datetimes(timezones=st.just(BEIJING)))
def test_dates_quote_the_text_and_never_fail(text: str, fetched_at: datetime) -> None:
    found = find_dates(text)

    for written in found:
        resolve(written, fetched_at)
        assert written.span.end <= len(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_any_day_written_out_is_read_back(day: date) -> None:
    for text in (f"{day:%Y-%m-%d}", f"{day.year}年{day.month}月{day.day}日"):
        (written,) = find_dates(text)

        assert resolve(written, None).value == day
