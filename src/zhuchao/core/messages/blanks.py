"""Blanks in place of commas: 求租 厂房 昆山 2000平 is told as with stops between."""

from __future__ import annotations

import re

from zhuchao.core.messages.storeys import FLOOR

STOP = ","
MIN_BLANKS = 3
_STOPPED = re.compile("[,，。;；!！?？]")
# A character that any floor is written with.
_MAY_BE_FLOOR = re.compile("[层楼f下上其以各租剩吉空负地]")
# Not inside of a telephone or between a number and its unit, or its name: 租金 18元, 二层 1800平.
_BLANK = re.compile(
    r"(?<=[^\s\d租金积高重价费层楼]) (?=[^\s])|(?<=[租金积高重价费层楼]) (?=[^\s\d])"
    r"|(?<=\d) (?=[\u4e00-\u9fff])"
)


def with_stops(text: str) -> str:
    """The text with commas for blanks in its lines without any stop; every letter stays in place.

    A line that tells several floors keeps its blanks, which hold together what a floor has.
    """
    text = text.replace("|", STOP)
    if text.count(" ") < MIN_BLANKS:
        return text
    return "\n".join(map(_stopped, text.split("\n")))


def _stopped(line: str) -> str:
    if _STOPPED.search(line) or line.count(" ") < MIN_BLANKS:
        return line
    stopped, blanks = _BLANK.subn(STOP, line)
    has_floors = _MAY_BE_FLOOR.search(line) is not None and len(FLOOR.findall(line)) > 1
    return line if blanks < MIN_BLANKS or has_floors else stopped
