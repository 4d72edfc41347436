"""What a text states: each fact with its values as read, and the sentence that it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from zhuchao.core.vocabulary.read import Read, Span
from zhuchao.core.vocabulary.term import PlaceRef


class Dimension(StrEnum):
    """What a figure measures; shares are 0–1, areas ㎡, points percentage points."""

    MONEY = "money"
    AREA = "area"
    PERCENT = "percent"
    POINTS = "points"
    COUNT = "count"


class Bound(StrEnum):
    """How a figure bounds what is meant: 超过, 近, 不超过."""

    OVER = "over"
    NEAR = "near"
    UNDER = "under"


class OrganisationKind(StrEnum):
    """What an organisation is, told by the ending of its name."""

    COMPANY = "company"
    BANK = "bank"
    FUND = "fund"
    PARK = "park"
    INSTITUTE = "institute"
    SOCIETY = "society"
    BUREAU = "bureau"


class ProjectStep(StrEnum):
    """Where a project stands by what the text says of it."""

    PLAN = "plan"
    TALK = "talk"
    SIGN = "sign"
    LAND = "land"
    START = "start"
    BUILD = "build"
    FINISH = "finish"
    PRODUCE = "produce"
    EXPAND = "expand"


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A year, a month or a day; a year that cannot be told is None (``--04-18``)."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        year = "-" if self.year is None else f"{self.year:04d}"
        parts = [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join([year, *parts])


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last moment told, both included; one day has both the same.

    ``first`` is None where only the end is told (截至4月末).
    """

    first: When | None
    last: When

    def __str__(self) -> str:
        if self.first == self.last:
            return str(self.last)
        return f"{self.first or ''}..{self.last}"

    @property
    def is_range(self) -> bool:
        return self.first != self.last


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit.

    ``high`` is the upper end where a range is told, of which the value is the lower.
    """

    dimension: Dimension
    value: Read[float]
    sentence: Span
    bound: Bound | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """A day, month, year or period that the text names."""

    value: Read[Period]
    sentence: Span


@dataclass(frozen=True, slots=True)
class Organisation:
    """A mention; ``name`` is the full name, inferred where a short one stands for it."""

    name: Read[str]
    kind: OrganisationKind
    sentence: Span


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of a division or area; unknown where several bear the name."""

    value: Read[PlaceRef]
    sentence: Span


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the offices told beside the name, as written."""

    name: Read[str]
    titles: tuple[str, ...]
    sentence: Span


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure beside a measure; falls are negative.

    ``kind`` is 同比, 环比, 占全年计划, 超序时, 慢于序时, or as written: 快于全市平均, 占总投资.
    """

    kind: str
    value: Read[float]


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows from a measure and its comparisons; always inferred, with the working as why."""

    name: str
    value: Read[float]


@dataclass(frozen=True, slots=True)
class Measure:
    """A metric with its value, in the base unit of its dimension, and what it is compared with."""

    metric: Read[str]
    value: Read[float]
    sentence: Span
    bound: Bound | None = None
    period: Read[Period] | None = None
    subject: Read[str] | None = None
    comparisons: tuple[Comparison, ...] = ()
    derived: tuple[Derived, ...] = ()


@dataclass(frozen=True, slots=True)
class ProjectEvent:
    """What happened or is to happen to one project; what the text does not tell is None.

    ``place`` is the narrowest division told, ``site`` the park or town in it.
    ``agreement`` is "formal" or "framework" for a signing, else empty; ``is_intention`` tells a
    plan from a fact.
    """

    step: ProjectStep
    said: Read[str]
    sentence: Span
    agreement: str = ""
    is_intention: bool = False
    investor: Read[str] | None = None
    company: Read[str] | None = None
    counterparty: Read[str] | None = None
    project: Read[str] | None = None
    total: Read[float] | None = None
    land: Read[float] | None = None
    place: Read[str] | None = None
    site: Read[str] | None = None
    on: Read[Period] | None = None
    trade: Read[str] | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """A target with its deadline."""

    about: Read[str]
    goal: Read[str]
    by: Read[Period] | None
    sentence: Span


@dataclass(frozen=True, slots=True)
class Slogan:
    """A counted heading (两大攻坚) with the members that the text names."""

    heading: Read[str]
    members: tuple[Read[str], ...]
    sentence: Span


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A named rhythm of work: 月度巡查."""

    name: Read[str]
    sentence: Span


@dataclass(frozen=True, slots=True)
class Honour:
    """Who was named what, by whom."""

    who: Read[str] | None
    what: Read[str]
    by: Read[str] | None
    sentence: Span


@dataclass(frozen=True, slots=True)
class Policy:
    """Who qualifies, for what, until when."""

    who: Read[str]
    what: Read[str]
    until: Read[Period] | None
    sentence: Span


@dataclass(frozen=True, slots=True)
class Notice:
    """What is open to objection, and from when to when."""

    about: Read[str]
    period: Read[Period] | None
    sentence: Span


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a page states, each kind in the order of the text."""

    figures: tuple[Figure, ...] = ()
    dates: tuple[Date, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()
    people: tuple[Person, ...] = ()
    measures: tuple[Measure, ...] = ()
    events: tuple[ProjectEvent, ...] = ()
    goals: tuple[Goal, ...] = ()
    slogans: tuple[Slogan, ...] = ()
    rhythms: tuple[Rhythm, ...] = ()
    clusters: tuple[Slogan, ...] = ()
    honours: tuple[Honour, ...] = ()
    policies: tuple[Policy, ...] = ()
    notices: tuple[Notice, ...] = ()
