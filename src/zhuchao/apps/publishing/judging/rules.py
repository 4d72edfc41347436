"""By which scheme an organisation's articles are judged: the one adopted, else the shipped one."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from zhuchao.apps.people.selectors import packs_in_force
from zhuchao.apps.people.viewer import SYSTEM, within
from zhuchao.apps.publishing.judging.models import MedalRule
from zhuchao.core.errors import BrokenTable
from zhuchao.core.scoring import Scheme
from zhuchao.tables.medals import KIND, medals_of
from zhuchao.tables.packs import pack_of, pack_text

log = logging.getLogger(__name__)
SHIPPED = "standard"


@dataclass(frozen=True, slots=True)
class InForce:
    """The text of a scheme; ``adopted_from`` is None for the one that holds where none is.

    ``is_instead`` says that one is adopted, of an earlier version that can no longer be read.
    """

    content: str
    adopted_from: date | None = None
    is_instead: bool = False

    @property
    def scheme(self) -> Scheme:
        return scheme_in(self.content)


def in_force(organisation_id: int, on: date) -> InForce:
    """The scheme by which the organisation's articles are judged on that day."""
    adopted = packs_in_force(within(SYSTEM, organisation_id), KIND, on)
    if adopted and is_readable(adopted[0].content):
        return InForce(adopted[0].content, adopted[0].adopted_from)
    if adopted:
        log.error("the adopted scheme of medals cannot be read: the one shipped is used")
    return InForce(pack_text(KIND, SHIPPED), is_instead=bool(adopted))


@lru_cache(maxsize=64)
def scheme_in(content: str) -> Scheme:
    return medals_of(pack_of(KIND, content))


def is_readable(content: str) -> bool:
    """Whether this version still understands a scheme that an earlier one has kept."""
    try:
        scheme_in(content)
    except BrokenTable:
        return False
    return True


def kept(content: str) -> MedalRule:
    """The row of a scheme's text, made at its first use."""
    scheme = scheme_in(content)
    row, _ = MedalRule.objects.get_or_create(
        digest=hashlib.sha256(content.encode()).hexdigest(),
        defaults={
            "key": scheme.key[:60],
            "version": scheme.version[:40],
            "title": scheme.title[:120],
            "content": content,
        },
    )
    return row
