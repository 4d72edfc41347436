"""Profiles of counties, parks and firms: their measures year by year, with sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from django.db.models import Count, Max

from zhuchao.apps.library.models import ProfileRow
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.core.facts.agreeing import agree
from zhuchao.core.vocabulary.fact import Bound


@dataclass(frozen=True, slots=True)
class Line:
    """A measure of one year and period as pages state it; ``is_disputed`` where they differ."""

    metric: str
    year: int
    period: str
    rows: tuple[ProfileRow, ...]
    is_disputed: bool


@dataclass(frozen=True, slots=True)
class Profiled:
    """Somebody who has a profile: how many rows, and their latest year."""

    about: str
    rows: int
    latest: int


def profiles(viewer: Viewer) -> list[Profiled]:
    """Of whom there are rows, by name."""
    found = narrow(viewer, ProfileRow.objects.all(), Subject.PAGE).order_by("about")
    told = found.values_list("about").annotate(Count("pk"), Max("year"))
    return [Profiled(*each) for each in told]


def profile(viewer: Viewer, about: str) -> list[Line]:
    """All that is known of one, by measure, the latest year first; empty for nobody known."""
    found = narrow(viewer, ProfileRow.objects.filter(about=about), Subject.PAGE)
    together: dict[tuple[str, int, str], list[ProfileRow]] = defaultdict(list)
    for row in found.select_related("page").order_by("metric", "-year", "-period", "pk"):
        together[row.metric, row.year, row.period].append(row)
    return [Line(*key, tuple(rows), _is_disputed(rows)) for key, rows in together.items()]


def _is_disputed(rows: Sequence[ProfileRow]) -> bool:
    return any(not _agree(one, other) for one, other in combinations(rows, 2))


def _agree(one: ProfileRow, other: ProfileRow) -> bool:
    return agree(one.value, _bound(one), other.value, _bound(other))


def _bound(row: ProfileRow) -> Bound | None:
    return Bound(row.bound) if row.bound else None
