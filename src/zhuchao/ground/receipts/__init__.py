"""Following by receipt: a number that nobody guesses, and the last digits of a telephone."""

from zhuchao.ground.receipts.following import (
    UNKNOWN,
    WRONG_FROM_ONE,
    WRONG_OF_ONE,
    follow,
    follow_bare,
)
from zhuchao.ground.receipts.numbers import digits_mark, new_number, normal_number

__all__ = [
    "UNKNOWN",
    "WRONG_FROM_ONE",
    "WRONG_OF_ONE",
    "digits_mark",
    "follow",
    "follow_bare",
    "new_number",
    "normal_number",
]
