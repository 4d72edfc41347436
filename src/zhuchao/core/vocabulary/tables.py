"""The reference data that core steps take as an argument; ``zhuchao.tables`` loads it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from zhuchao.core.vocabulary.term import FieldKey
from zhuchao.core.vocabulary.weights import Weights


@dataclass(frozen=True, slots=True)
class Region:
    """A division of GB/T 2260; level is "province", "city" or "county"."""

    code: str
    name: str
    short_name: str
    level: str
    parent_code: str
    full_name: str


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """How a field is named, shown and compared.

    ``form`` is "amount", "machines", "choice", "choices", "places", "trades", "flag" or
    "text";
    ``unit`` is the base unit shown beside amounts; ``default_stance`` is "hard" or "soft";
    ``weight`` is the field's share in a match score before normalising (0: not compared);
    ``compare`` names the comparator of matching ("overlap", "lettable", "at_least", "at_most",
    "covers", "within", "any_of", "traits", "ranked", "flag", "trade", "avoids", "none").
    """

    key: FieldKey
    label: str
    form: str
    unit: str
    default_stance: str
    weight: float
    compare: str
    choices: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One word of a vocabulary: ``word`` evokes ``key`` with ``value`` in a role.

    In messages ``role`` is "head" (names the field a quantity belongs to), "value" (is itself a
    value of the field), "unit", "bound", "stance" (``key`` "leads" where it stands in front),
    "side" (speaks for demand, supply or neither; with the key "sign" it is no act of letting,
    selling or seeking, but goes with one), "verb", "accepts", "negation", "trade", "made" or
    "part" (of trades), or "other" (names what is no field). The roles of ``tables/facts`` are told
    in ``core.facts.lexicon``.
    """

    word: str
    role: str
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class TopicWord:
    """A word for what a message may be about, and how strongly it speaks against a property.

    ``topic`` is "premises" for what is let and sold here, "thing" and "machine" for what else may
    be, and "" for a longer word that only looks like one of the others.
    """

    word: str
    topic: str
    weight: int


@dataclass(frozen=True, slots=True)
class CueWord:
    """A word that people of one side use, and the cue that it shows.

    In it ``0`` stands for any figure, ``^`` for the start of the message. ``side`` is "demand",
    "supply" or "neither".
    """

    word: str
    cue: str
    side: str


# Fifteen 亩 are a hectare.
M2_OF_A_MU = 10_000 / 15


@dataclass(frozen=True, slots=True)
class Month:
    """How many days rents per day are counted for a month; ``name`` stands beside each figure."""

    name: str
    days: float


# 30 as the large portals do; 365/12 where a year must come out as 365 days.
MONTHS = {"30": Month("30", 30.0), "365/12": Month("365/12", 365 / 12)}


@dataclass(frozen=True, slots=True)
class FlagRule:
    """What may not be published: a promise beside a subject, without any word of ``unless``.

    Without ``subjects`` the promise alone is flagged. ``reason`` is shown to people, ``basis``
    names the law.
    """

    name: str
    label: str
    subjects: tuple[str, ...]
    promises: tuple[str, ...]
    unless: tuple[str, ...]
    reason: str
    basis: str


class Folding:
    """What single characters stand for, one for one, so that a text keeps its length.

    ``meant`` is keyed by code point. Of a usual text hardly a character is folded: those are looked
    for by a pattern, which takes a tenth of the time of ``str.translate``.
    """

    def __init__(self, meant: Mapping[int, str]) -> None:
        self.meant = meant
        self._folded = re.compile(f"[{re.escape(''.join(map(chr, meant)))}]" if meant else "(?!)")

    def of(self, text: str) -> str:
        """The text as it is meant."""
        return self._folded.sub(self._of_one, text)

    def _of_one(self, match: re.Match[str]) -> str:
        return self.meant[ord(match[0])]


NO_FOLDING = Folding({})


@dataclass(frozen=True, slots=True)
class Tables:
    """All reference data; mappings are keyed as their names say. Treat as read-only.

    ``spellings`` adds to ``evasions`` how chats misspell the words of the trade. ``traditional``
    gives simplified characters by code point, as ``str.translate`` takes them; ``plain`` folds
    those, and radicals, full-width letters and figures. ``month`` is the convention chosen in the
    settings. ``line_weights`` tells what speaks for which kind of line of a page,
    ``title_weights`` what for its being the title. ``towns_by_name`` gives towns and quarters,
    which have no code of their own, with the codes of the divisions that they lie in;
    ``known_quarters`` those of them that people know without their city.
    ``trade_cues`` are words by which trades are welcomed and turned away, see
    ``core.messages.trade_cues``.
    ``owners`` are things that have figures of their own, see ``core.messages.owned``.
    ``asides`` are patterns of what begins and ends an aside, by group.
    ``cues`` are patterns of a message's text by name, ``cue_words`` words of it by their first two
    characters, ``side_weights`` how much each feature speaks for a demand, an offer, and neither,
    ``run_weights`` how much each run of characters.
    """

    regions: Mapping[str, Region]
    regions_by_name: Mapping[str, tuple[str, ...]]
    areas_by_name: Mapping[str, tuple[str, ...]]
    towns_by_name: Mapping[str, tuple[str, ...]]
    known_quarters: Mapping[str, tuple[str, ...]]
    folding: Mapping[str, str]
    traditional: Mapping[int, str]
    plain: Folding
    evasions: Mapping[str, str]
    spellings: Mapping[str, str]
    fields: Mapping[FieldKey, FieldSpec]
    lexemes: tuple[Lexeme, ...]
    topic_words: tuple[TopicWord, ...]
    cues: Mapping[str, re.Pattern[str]]
    asides: Mapping[str, str]
    cue_words: Mapping[str, tuple[CueWord, ...]]
    side_weights: Mapping[str, tuple[float, float, float]]
    run_weights: Mapping[str, tuple[float, float, float]]
    industries: Mapping[str, str]
    trade_words: Mapping[str, str]
    trade_cues: tuple[Lexeme, ...]
    owners: tuple[Lexeme, ...]
    flag_rules: tuple[FlagRule, ...]
    fact_words: tuple[Lexeme, ...]
    line_weights: Weights
    title_weights: Weights
    month: Month

    def trade_code(self, word: str) -> str:
        """The GB/T 4754 code of a trade as people call it; empty where none is known."""
        return self.trade_words.get(word) or self.trade_words.get(word.casefold(), "")
