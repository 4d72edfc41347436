from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from zhuchao.core.errors import NotFound, Refused
from zhuchao.ground import rations
from zhuchao.ground.models import Ration
from zhuchao.ground.receipts import (
    WRONG_FROM_ONE,
    WRONG_OF_ONE,
    digits_mark,
    follow,
    new_number,
    normal_number,
)

TODAY = date(2026, 3, 31)
TELEPHONE = "139 0000 0417"
pytestmark = pytest.mark.django_db


@pytest.fixture
def number() -> str:
    return new_number("P")


@pytest.fixture
def marks(number: str) -> Callable[[str], str | None]:
    return {number: digits_mark(number, TELEPHONE)}.get


def wrong(number: str, marks: Any, *, visitor: str = "a", times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(NotFound):
            follow(number, "0000", visitor=visitor, on=TODAY, marks=marks)


@pytest.mark.parametrize("digits", ["0417", "０４１７", "13900000417", " 04 17 "])
def test_number_and_last_digits_open_it(number: str, marks: Any, digits: str) -> None:
    assert follow(number, digits, visitor="a", on=TODAY, marks=marks) == number


def test_a_number_is_read_as_people_type_it() -> None:
    written = ["p-7k2m-9qxr", "P7K2M9QXR", " Ｐ－７Ｋ２Ｍ－９ＱＸＲ ", "p 7k2m 9qxr", "P—7K2M—9QXR"]

    assert {normal_number(each) for each in written} == {"P-7K2M-9QXR"}
    assert normal_number("x20260331-00012") == "X20260331-00012"


def test_numbers_hold_no_vowel_and_follow_no_order() -> None:
    made = [new_number("P") for _ in range(300)]

    assert len(set(made)) == 300
    assert not set("".join(made)) & set("AEIOU01LY")
    assert made != sorted(made)


def test_the_same_digits_are_kept_otherwise_for_each_number() -> None:
    assert digits_mark("P-7K2M-9QXR", TELEPHONE) != digits_mark("P-7K2M-9QXS", TELEPHONE)
    assert digits_mark("P-7K2M-9QXR", "123") == ""


def test_an_unknown_number_sounds_like_wrong_digits(number: str, marks: Any) -> None:
    with pytest.raises(NotFound) as of_number:
        follow("P-2222-2222", "0417", visitor="a", on=TODAY, marks=marks)
    with pytest.raises(NotFound) as of_digits:
        follow(number, "1111", visitor="a", on=TODAY, marks=marks)

    assert of_number.value.sentence == of_digits.value.sentence


def test_after_so_many_wrong_tries_a_number_stays_shut_that_day(number: str, marks: Any) -> None:
    for turn in range(WRONG_OF_ONE):
        wrong(number, marks, visitor=f"v{turn}")

    with pytest.raises(Refused):
        follow(number, "0417", visitor="w", on=TODAY, marks=marks)
    tomorrow = TODAY + timedelta(days=1)
    assert follow(number, "0417", visitor="w", on=tomorrow, marks=marks) == number


def test_a_visitor_cannot_try_many_numbers(number: str, marks: Any) -> None:
    for _ in range(WRONG_FROM_ONE):
        wrong(new_number("P"), marks)

    with pytest.raises(Refused):
        follow(number, "0417", visitor="a", on=TODAY, marks=marks)
    assert follow(number, "0417", visitor="b", on=TODAY, marks=marks) == number


def test_right_tries_are_not_counted(number: str, marks: Any) -> None:
    for _ in range(WRONG_FROM_ONE + WRONG_OF_ONE):
        follow(number, "0417", visitor="a", on=TODAY, marks=marks)

    assert set(Ration.objects.values_list("taken", flat=True)) == {0}


def test_a_record_without_a_telephone_is_never_opened(number: str) -> None:
    with pytest.raises(NotFound):
        follow(number, "", visitor="a", on=TODAY, marks=lambda _: "")


def test_a_ration_ends_and_is_forgotten() -> None:
    taken = [rations.take("comment", "a", most=3, on=TODAY) for _ in range(5)]

    assert taken == [True, True, True, False, False]
    assert rations.take("comment", "b", most=3, on=TODAY)
    assert rations.forget_old(TODAY + timedelta(days=8)) == 2


def test_a_visitor_is_a_mark_of_the_day_and_of_the_network(settings: Any) -> None:
    mark = rations.visitor_mark

    near = {"REMOTE_ADDR": "203.0.113.9"}
    assert mark(near, TODAY) == mark(dict(near), TODAY)
    assert mark(near, TODAY) != mark(near, TODAY + timedelta(days=1))
    six = [{"REMOTE_ADDR": f"2001:db8:1:2::{end}"} for end in ("1", "ffff")]
    assert mark(six[0], TODAY) == mark(six[1], TODAY)


def test_only_a_proxy_of_ours_says_who_asks() -> None:
    mark = rations.visitor_mark
    behind = {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.1, 203.0.113.9"}
    forged = {"REMOTE_ADDR": "203.0.113.9", "HTTP_X_FORWARDED_FOR": "192.0.2.7"}

    assert mark(behind, TODAY) == mark({"REMOTE_ADDR": "203.0.113.9"}, TODAY)
    assert mark(forged, TODAY) == mark({"REMOTE_ADDR": "203.0.113.9"}, TODAY)
