"""The log names nobody."""

import logging
import sys

import pytest

from zhuchao.config.logs import MaskingFormatter


def written(message: str, *args: object) -> str:
    record = logging.LogRecord("zhuchao", logging.INFO, "", 0, message, args, None)
    return MaskingFormatter("%(message)s").format(record)


@pytest.mark.parametrize(
    "telephone",
    ["13800000001", "138 0000 0001", "138-0000-0001", "+8613800000001", "0519-80000001"],
)
def test_telephones_are_masked(telephone: str) -> None:
    assert written("called %s today", telephone) == "called [telephone] today"


@pytest.mark.parametrize("harmless", ["2026-03-31 09:00", "F2026-0001", "200000000000001"])
def test_other_numbers_stay(harmless: str) -> None:
    assert written(harmless) == harmless


def test_telephones_in_a_traceback_are_masked() -> None:
    try:
        raise ValueError("13800000001")
    except ValueError:
        record = logging.LogRecord("zhuchao", logging.ERROR, "", 0, "failed", (), sys.exc_info())

    assert "13800000001" not in MaskingFormatter("%(message)s").format(record)
