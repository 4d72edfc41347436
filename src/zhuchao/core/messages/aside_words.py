"""What begins and ends an aside, compiled once from the table of its words."""

from __future__ import annotations

import re
from typing import NamedTuple

from zhuchao.core.text.openings import Alternatives, Opened
from zhuchao.core.text.remembered import built_once
from zhuchao.core.vocabulary.tables import Tables

STOPS = ",，。;；!！?？\n\r"
MARKS = (
    "back", "counted", "others", "past", "future", "supposed", "later", "asked", "own",
)  # fmt: skip
_BLANK = r"(?<=[^\s]{3})\s+"


class AsideWords(NamedTuple):
    """Patterns of the folded text.

    ``mark`` begins an aside and tells of which kind: one that is ``asked`` only an offer holds,
    one of the writer's ``own`` only a demand; ``back`` and ``counted`` go with what stands in
    front, ``future`` is yet to come. ``end`` and ``late_end`` end those of now and then,
    and of later; ``wished`` makes an aside none, ``refused`` one of what stands in front of it.
    """

    mark: Alternatives
    end: re.Pattern[str]
    late_end: re.Pattern[str]
    wished: re.Pattern[str]
    refused: Opened


@built_once
def aside_words_of(tables: Tables) -> AsideWords:
    """The patterns of these tables, compiled at their first use."""
    asides = tables.asides
    late_end = rf"[{STOPS}]|{_BLANK}|{asides['turns']}"
    return AsideWords(
        mark=Alternatives({name: asides[name] for name in MARKS}),
        end=re.compile(f"{late_end}|{asides['corrects']}"),
        late_end=re.compile(late_end),
        wished=re.compile(asides["wished"]),
        refused=Opened(asides["refused"]),
    )
