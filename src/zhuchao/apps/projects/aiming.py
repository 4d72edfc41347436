"""What faces hand over to set a year's baselines and targets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class About:
    """Of which indicator and year; of the whole zone where there is no project."""

    indicator: str
    year: int
    project_id: int | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """A curve as it was typed; ``percents`` are cumulative, of the kind "twelve" alone."""

    kind: str
    title: str
    reason: str
    percents: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """Of a text: the share done in percent with the points ahead, or the mean growth in percent."""

    month: int
    source: str
    done: float | None = None
    ahead: float | None = None
    mean_growth: float | None = None
