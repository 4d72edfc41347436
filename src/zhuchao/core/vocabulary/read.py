"""A value as a parser proposes it: with its state, its place in the original, and why."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


class State(StrEnum):
    """How a proposed value is known."""

    GIVEN = "given"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


# Looked up once, as each access to a member of an enumeration costs as much as a call.
_UNKNOWN = State.UNKNOWN


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open range ``[start, end)`` of characters in the *original* text."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"no such span: {start}..{end}")
        _set_start(self, start)
        _set_end(self, end)

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, init=False)
class Read(Generic[T_co]):
    """A proposed value.

    ``value`` is None exactly when the state is UNKNOWN; ``span`` may still point at what was
    written (a date whose year is not known). ``why`` explains an inferred or unknown value in
    one Chinese phrase; it is empty for a given one. ``written`` is not kept: quote by ``span``.
    """

    value: T_co | None
    state: State
    span: Span | None = None
    unit: str = ""
    why: str = ""

    def __init__(
        self,
        value: T_co | None,
        state: State,
        span: Span | None = None,
        unit: str = "",
        why: str = "",
    ) -> None:
        if (value is None) != (state is _UNKNOWN):
            raise ValueError("a value is None exactly when its state is unknown")
        _set_value(self, value)
        _set_state(self, state)
        _set_span(self, span)
        _set_unit(self, unit)
        _set_why(self, why)

    @property
    def is_known(self) -> bool:
        return self.value is not None


# Texts are read into tens of thousands of these: writing the slots themselves takes half as long
# as what dataclasses writes for a frozen class.
_SETTERS: list[Any] = [getattr(Read, each.name).__set__ for each in fields(Read)]
_set_value, _set_state, _set_span, _set_unit, _set_why = _SETTERS
_SPAN_SETTERS: list[Any] = [getattr(Span, each.name).__set__ for each in fields(Span)]
_set_start, _set_end = _SPAN_SETTERS


def unknown(why: str = "", span: Span | None = None) -> Read[T_co]:
    """A value that stays open, with the reason where there is one to tell."""
    return Read(None, State.UNKNOWN, span, why=why)
