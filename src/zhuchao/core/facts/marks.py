"""What a sentence is made of before anything is linked: typed ranges of its folded text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.sentences import Sentence
from zhuchao.core.vocabulary.fact import Bound, Dimension, OrganisationKind, Period
from zhuchao.core.vocabulary.read import Read, Span, State
from zhuchao.core.vocabulary.tables import Lexeme

# Looked up once, as each access to a member of an enumeration costs as much as a call.
GIVEN, INFERRED = State.GIVEN, State.INFERRED


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of the folded text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Amount(Mark):
    """A number with its unit; ``value`` None where it was cut off."""

    dimension: Dimension
    value: float | None
    unit: str
    bound: Bound | None = None
    high: float | None = None
    why: str = ""

    def read(self, sentence: Sentence) -> Read[float]:
        """The value with its place; inferred or unknown where there is a reason."""
        span = sentence.span_of(self.start, self.end)
        if self.value is None:
            return Read(None, State.UNKNOWN, span, why=self.why)
        return Read(self.value, INFERRED if self.why else GIVEN, span, self.unit, self.why)


@dataclass(frozen=True, slots=True)
class Dated(Mark):
    """A date or period; ``period`` None where it cannot be told."""

    period: Period | None
    why: str = ""

    def read(self, sentence: Sentence) -> Read[Period]:
        span = sentence.span_of(self.start, self.end)
        if self.period is None:
            return Read(None, State.UNKNOWN, span, why=self.why)
        return Read(self.period, INFERRED if self.why else GIVEN, span, why=self.why)


@dataclass(frozen=True, slots=True)
class Placed(Mark):
    """A division or area; several codes where the name alone does not tell."""

    name: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named(Mark):
    """An organisation; ``name`` is the full name where a short one was written."""

    name: str
    kind: OrganisationKind
    why: str = ""


@dataclass(frozen=True, slots=True)
class Titled(Mark):
    """A person; titles as ranges of the folded text."""

    titles: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Worded(Mark):
    """A word of the lexicon."""

    lexeme: Lexeme


@dataclass(frozen=True)
class Ground:
    """A folded text with what no name's beginning may lie inside of."""

    text: str
    lexicon: Lexicon
    solid: frozenset[int]
    figures: frozenset[int]
    places: Sequence[Placed]
    # The cut word that ends at a place, kept once it was looked for.
    cuts: dict[int, str] = field(default_factory=dict, compare=False)

    def cut_before(self, at: int) -> str:
        """The word that no name runs across, where one ends at ``at``."""
        if at not in self.cuts:
            self.cuts[at] = self.lexicon.words("cut").before(self.text, at, 5)
        return self.cuts[at]


@dataclass(frozen=True)
class Marked:
    """A sentence with its marks, each kind in order."""

    sentence: Sentence
    ground: Ground
    amounts: Sequence[Amount]
    dates: Sequence[Dated]
    places: Sequence[Placed] = field(default=())
    organisations: Sequence[Named] = field(default=())
    people: Sequence[Titled] = field(default=())
    # The names of projects, kept once they were looked for.
    projects: list[list[Mark]] = field(default_factory=list, compare=False)
    # The metrics that it names, kept once they were looked for.
    metrics: list[tuple[Worded, ...]] = field(default_factory=list, compare=False)
    # Its dates that can be when something is measured, kept once they were looked for.
    periods: list[list[Dated]] = field(default_factory=list, compare=False)
    # The characters that no metric runs across, kept once they were told.
    barred: list[frozenset[int]] = field(default_factory=list, compare=False)
    text: str = field(init=False, repr=False, compare=False)
    span: Span = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Asked for by every rule: kept beside the fields, without a property's call each time.
        self.__dict__.update(text=self.sentence.folded.text, span=self.sentence.span)


M = TypeVar("M", bound=Mark)


def within(marks: Iterable[M], start: int, end: int) -> list[M]:
    """Those that lie within the range, in order."""
    return [mark for mark in marks if start <= mark.start and mark.end <= end]


def is_free(start: int, end: int, taken: Iterable[Mark]) -> bool:
    """Whether no mark touches the range."""
    return all(mark.end <= start or end <= mark.start for mark in taken)
