"""Visitors told apart for a day, and never again: by hashes whose key is thrown away."""

from __future__ import annotations

import hmac
import os
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any
from uuid import uuid4

# The house's day begins at midnight in China, which keeps no summer time.
DAY_BEGINS_S = 8 * 3600
DAY_S = 86_400
SALT_BYTES = 32
MARK_CHARACTERS = 24
# Whoever has one address of IPv6 has the whole network of it.
OWN_NETWORK = 64


def day_of(now: float) -> int:
    """The number of the day; 1970-01-01 is 0."""
    return int(now + DAY_BEGINS_S) // DAY_S


def address_of(environ: dict[str, Any]) -> str:
    """Where a request comes from: a network of IPv6, else an address.

    Only a proxy on this machine is believed about others; it adds its own word last.
    """
    told = str(environ.get("REMOTE_ADDR", ""))
    try:
        if ip_address(told).is_loopback:
            forwarded = str(environ.get("HTTP_X_FORWARDED_FOR", ""))
            told = forwarded.rsplit(",", 1)[-1].strip() or told
        found = ip_address(told)
    except ValueError:
        return told
    if found.version == 6 and found.ipv4_mapped is None:
        return str(ip_network((found, OWN_NETWORK), strict=False))
    return str(found)


class Visitors:
    """Marks of visitors by a salt a day, kept in ``folder`` until the next day's first visit.

    A mark tells the same visitor, act and page of one day, and nothing else: it differs from page
    to page, and without the salt it leads back to nobody. One address is one visitor, whatever
    browser it names: that can be changed at will.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.known: tuple[int, bytes] = (-1, b"")

    def mark(self, environ: dict[str, Any], kind: str, page: str, now: float) -> str:
        told = f"{kind} {page} {address_of(environ)}".encode()
        return hmac.digest(self._salt(day_of(now)), told, "sha256").hex()[:MARK_CHARACTERS]

    def _salt(self, day: int) -> bytes:
        known_day, salt = self.known
        if known_day != day:
            salt = self._kept(day)
            self.known = (day, salt)
        return salt

    def _kept(self, day: int) -> bytes:
        """The day's salt, the same in all processes; those of other days are thrown away."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / f"{day}.salt"
        for other in self.folder.glob("*.salt"):
            if other.stem.isdecimal() and int(other.stem) < day:
                other.unlink(missing_ok=True)
        if not file.exists():
            made = self.folder / f"{uuid4().hex}.new"
            made.touch(mode=0o600)
            made.write_bytes(os.urandom(SALT_BYTES))
            try:
                # Whole or not at all, and the first of all processes wins.
                file.hardlink_to(made)
            except FileExistsError:
                pass
            finally:
                made.unlink()
        return file.read_bytes()
