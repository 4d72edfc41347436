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
# 5,100元: no stop stands inside of a number.
_STOP = rf"(?!(?<=\d),\d{{3}}(?!\d))[{STOPS}]"
_BLANK = r"(?<=[^\s]{3})\s+"


class AsideWords(NamedTuple):
    """Patterns of the folded text.

    ``mark`` begins an aside and tells of which kind: one that is ``asked`` only an offer holds,
    one of the writer's ``own`` only a demand; ``back`` and ``counted`` go with what stands in
    front, ``future`` is yet to come. ``end`` and ``late_end`` end those of now and then,
    and of later; ``wished`` makes an aside none, ``refused`` one of what stands in front of it.
    ``tenanted`` begins a clause about who rents what is sold, ``of_lease`` those that go on with
    it. ``story`` begins a sentence about others, or a clause, with which another ``goes_on``, and
    ``former`` one on former times; a clause that ``resumes`` the matter by its first words, or
    ``returns`` to it by any, ends them.
    """

    mark: Alternatives
    end: re.Pattern[str]
    late_end: re.Pattern[str]
    wished: re.Pattern[str]
    refused: Opened
    story: re.Pattern[str]
    tenanted: re.Pattern[str]
    of_lease: re.Pattern[str]
    goes_on: re.Pattern[str]
    former: re.Pattern[str]
    resumes: re.Pattern[str]
    returns: re.Pattern[str]


@built_once
def aside_words_of(tables: Tables) -> AsideWords:
    """The patterns of these tables, compiled at their first use."""
    asides = tables.asides
    late_end = rf"{_STOP}|{_BLANK}|{asides['turns']}"
    return AsideWords(
        mark=Alternatives({name: asides[name] for name in MARKS}),
        end=re.compile(f"{late_end}|{asides['corrects']}"),
        late_end=re.compile(late_end),
        wished=re.compile(asides["wished"]),
        refused=Opened(asides["refused"]),
        story=re.compile(asides["story"]),
        tenanted=re.compile(asides["tenanted"]),
        of_lease=re.compile(asides["of_lease"]),
        goes_on=re.compile(asides["goes_on"]),
        former=re.compile(asides["former"]),
        resumes=re.compile(asides["resumes"]),
        returns=re.compile(asides["returns"]),
    )
