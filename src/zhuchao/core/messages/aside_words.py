"""What begins and ends an aside, compiled once from the table of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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


# How far speech that begins so is of others, by the side that the text is of (0 for either): all of
# its sentence, or only clauses that begin like those of another group.
_REACHES = {
    "tenanted": ((0, "of_lease"),),
    "story": ((0, ""),),
    "former": ((0, "goes_on"), (1, "")),
    "held": ((1, ""),),
    "moved": ((-1, ""),),
}
# And where it does not begin a sentence.
_WITHIN = {"tenanted": "of_lease", "story": "goes_on_beside"}


class Beginning(NamedTuple):
    """Of speech about others that begins in one way, for each side which clauses go on with it.

    None of these for all up to the end of the sentence; ``within`` are those that go on with it
    where it does not begin a sentence. ``is_sure`` of what tells so whatever else is told.
    """

    is_sure: bool
    within: re.Pattern[str]
    reaches: tuple[tuple[int, re.Pattern[str] | None], ...]


class AsideWords(NamedTuple):
    """Patterns of the folded text.

    ``mark`` begins an aside and tells of which kind: one that is ``asked`` only an offer holds,
    one of the writer's ``own`` only a demand; ``back`` and ``counted`` go with what stands in
    front, ``future`` is yet to come. ``end`` and ``late_end`` end those of now and then,
    and of later; ``wished`` makes an aside none, ``refused`` one of what stands in front of it.
    ``begins`` matches how speech about others begins, its group names one of ``stories``;
    ``resumes`` matches the first words of a clause that speaks of the matter again, ``returns``
    any words of it.
    """

    mark: Alternatives
    end: re.Pattern[str]
    late_end: re.Pattern[str]
    wished: re.Pattern[str]
    refused: Opened
    begins: re.Pattern[str]
    stories: Mapping[str, Beginning]
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
        begins=re.compile("|".join(f"(?P<{name}>{asides[name]})" for name in _REACHES)),
        stories=dict(_beginnings(asides)),
        resumes=re.compile(asides["resumes"]),
        returns=re.compile(asides["returns"]),
    )


def _beginnings(asides: Mapping[str, str]) -> Iterator[tuple[str, Beginning]]:
    groups = ("of_lease", "goes_on", "goes_on_beside")
    patterns = {name: re.compile(asides[name]) for name in groups}
    for name, reaches in _REACHES.items():
        within = patterns[_WITHIN.get(name, "goes_on")]
        told = tuple((side, patterns[more] if more else None) for side, more in reaches)
        yield name, Beginning(name == "tenanted", within, told)
