"""Opening what a receipt stands for: so many wrong tries a day, for a number and for a visitor."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from hmac import compare_digest

from zhuchao.core.errors import NotFound, Refused
from zhuchao.ground import rations
from zhuchao.ground.receipts.numbers import digits_mark, normal_number
from zhuchao.ground.sealed import keyed_hash

# Four digits are 10,000 guesses: five a day find one number's in some three years on average.
WRONG_OF_ONE = 5
WRONG_FROM_ONE = 20
OF_NUMBER, OF_VISITOR = "receipt", "receipt_visitor"
UNKNOWN = "受理号或手机号后四位不对：请对照回执，填提交时所留的号码"
TOO_OFTEN = "今天查询出错的次数太多：请明天再试，或者电话联系我们"


def follow(
    number: str, digits: str, *, visitor: str, on: date, marks: Callable[[str], str | None]
) -> str:
    """The number in its normal form, where the digits are the asker's.

    ``marks`` gives the ``digits_mark`` kept with a number, None for an unknown one; ``visitor`` is
    ``rations.visitor_mark``. Call it outside a transaction: a wrong try counts also when it fails.

    Raises: NotFound, with the same sentence for an unknown number and for other digits; Refused,
    when the day's wrong tries of the number or of the visitor are used up.
    """
    told = normal_number(number)
    taken = _take(keyed_hash(f"receipt:{told}"), visitor, on)
    kept = marks(told) or ""
    given = digits_mark(told, digits)
    if not kept or not given or not compare_digest(kept, given):
        raise NotFound(UNKNOWN)
    for scope, who in taken:
        rations.give_back(scope, who, on=on)
    return told


def follow_bare(number: str, *, visitor: str, on: date, find: Callable[[str], str | None]) -> str:
    """What ``find`` gives for a number that alone opens what it stands for.

    Raises: NotFound, for an unknown number; Refused, when the visitor's wrong tries are used up.
    """
    if not rations.take(OF_VISITOR, visitor, most=WRONG_FROM_ONE, on=on):
        raise Refused(TOO_OFTEN)
    found = find(normal_number(number))
    if found is None:
        raise NotFound(UNKNOWN)
    rations.give_back(OF_VISITOR, visitor, on=on)
    return found


def _take(number: str, visitor: str, on: date) -> list[tuple[str, str]]:
    """Counted before it is known whether they are right, so that many at once gain nothing."""
    taken: list[tuple[str, str]] = []
    for scope, who, most in (
        (OF_VISITOR, visitor, WRONG_FROM_ONE),
        (OF_NUMBER, number, WRONG_OF_ONE),
    ):
        if not rations.take(scope, who, most=most, on=on):
            for earlier in taken:
                rations.give_back(*earlier, on=on)
            raise Refused(TOO_OFTEN)
        taken.append((scope, who))
    return taken
