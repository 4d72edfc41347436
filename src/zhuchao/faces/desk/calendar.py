"""A viewing as a calendar file (RFC 5545): what, when and where, never whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhuchao.apps.enquiries.models import Viewing

# Lines are folded so that none is longer; the count is of octets (RFC 5545, 3.1).
MOST_OCTETS = 75
ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\r\n": "\\n", "\n": "\\n"}
REMINDER = "-PT1H"


def calendar_file(viewing: Viewing, *, address: str, now: datetime) -> str:
    """The event with a reminder an hour before; ``address`` is the viewing's page."""
    offers = "、".join(offer.title for offer in viewing.offers.all())
    told = f"{offers}\n{address}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//zhuchao//desk//ZH",
        "BEGIN:VEVENT",
        f"UID:viewing-{viewing.pk}@zhuchao",
        f"DTSTAMP:{_stamp(now)}",
        f"DTSTART:{_stamp(viewing.starts_at)}",
        f"DTEND:{_stamp(viewing.starts_at + timedelta(minutes=viewing.minutes))}",
        f"SUMMARY:{_escaped(f'看房 {viewing.enquiry.receipt}')}",
        f"DESCRIPTION:{_escaped(told)}",
        f"LOCATION:{_escaped(viewing.place)}",
        f"URL:{address}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"TRIGGER:{REMINDER}",
        "DESCRIPTION:看房",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _stamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    for plain, written in ESCAPED.items():
        text = text.replace(plain, written)
    return text


def _folded(line: str) -> Iterator[str]:
    """The line in pieces; every piece but the first begins with a space."""
    piece, octets = "", 0
    for character in line:
        size = len(character.encode())
        if octets + size > MOST_OCTETS:
            yield piece
            piece, octets = " ", 1
        piece += character
        octets += size
    yield piece
