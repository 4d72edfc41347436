"""Values of the lint of advertisements: terms, phrases, contexts, and what is found."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from zhuchao.core.vocabulary.read import Span
from zhuchao.core.vocabulary.tables import FlagRule


class Group(StrEnum):
    """What is wrong with a passage."""

    SUPERLATIVE = "superlative"  # 广告法 9(3), 28: 最, 第一, 国家级, 顶级 …
    ORGAN = "organ"  # 9(2): the state's name or image lent to goods
    PROMISE = "promise"  # 25, 26, 28: returns, appreciation, guarantees
    POSITION = "position"  # 26(2): where a house is, told by minutes of travel
    NOTICE = "notice"  # 25: investment is advertised without a word on its risk
    EVASIVE = "evasive"  # a term written so that a lint should miss it
    REVIEW = "review"  # a promise that lawyers see before anybody else


class Gravity(StrEnum):
    """What an editor has to do about it."""

    ERROR = "error"  # take it out
    WARNING = "warning"  # prove it, or write it otherwise


@dataclass(frozen=True, slots=True)
class AdRule:
    """Why a passage may not stand: one line of law, and what to write instead."""

    group: Group
    gravity: Gravity
    label: str
    why: str
    basis: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class AdTerm:
    """A word of the lists of absolute terms; ``word`` is folded to lower case."""

    word: str
    category: str
    rule: AdRule


@dataclass(frozen=True, slots=True)
class AdPhrase:
    """A phrase with its shape; in a clause with a word of a role of ``unless`` it is none.

    One ``of_a_firm`` is said only where the sentence names a firm.
    """

    name: str
    category: str
    rule: AdRule
    shape: re.Pattern[str]
    unless: Sequence[str]
    of_a_firm: bool


@dataclass(frozen=True, slots=True)
class AdTables:
    """What the lint knows. ``contexts`` are words by their role, see ``advertising/contexts.csv``,
    ``roles`` the same as patterns.

    ``evasions`` maps every evasive spelling of the lists, ``harmless`` those that are merely old or
    short. ``hidden`` finds terms in which characters are replaced or parted: its groups are those
    of ``hideable``, in this order; what is ``honest`` means itself. ``reviews`` are the flags of
    messages.
    """

    terms: Mapping[str, AdTerm]
    rules: Mapping[str, AdRule]
    phrases: Sequence[AdPhrase]
    contexts: Mapping[str, Sequence[str]]
    roles: Mapping[str, re.Pattern[str]]
    folding: Mapping[str, str]
    evasions: Mapping[str, str]
    harmless: Mapping[str, str]
    hidden: re.Pattern[str]
    hideable: Sequence[str]
    honest: frozenset[str]
    reviews: Sequence[FlagRule]


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage of the text that the rule speaks of; ``word`` is the term as it is meant.

    The span of a missing notice is empty and stands at the text's end.
    """

    span: Span
    written: str
    word: str
    rule: AdRule
