"""Which line of copyright stands under a page: by its provenance, unless an editor chose."""

from __future__ import annotations

from dataclasses import dataclass

from zhuchao.apps.publishing.models import PublishedPage
from zhuchao.core.vocabulary.voice import Provenance, credit_of
from zhuchao.tables.voices import credit_rules


@dataclass(frozen=True, slots=True)
class Credit:
    """The line, and the original's address where a reader should be led there."""

    key: str
    line: str
    address: str


def credit(page: PublishedPage, *, site: str) -> Credit:
    """``site`` is the name under which the house publishes."""
    known = Provenance(page.is_official, page.source.strip(), bool(page.source_address))
    rule = credit_of(credit_rules(), known, chosen=page.credit)
    line = rule.line.format(source=known.source, site=site)
    return Credit(rule.key, line, "" if rule.key == "own" else page.source_address)
