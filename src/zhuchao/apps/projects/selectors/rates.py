"""Rates over all projects that a viewer may see, at a number of queries that does not grow."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from zhuchao import tables as reference
from zhuchao.apps.people.rights import can, narrow
from zhuchao.apps.people.selectors import packs_in_force
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.columns import columns_of
from zhuchao.apps.projects.listed import Listed
from zhuchao.apps.projects.models import Project
from zhuchao.core.errors import NotFound
from zhuchao.core.projects.rates import rate
from zhuchao.core.vocabulary.rate import Rate, RatePack
from zhuchao.tables.packs import pack_keys, pack_of
from zhuchao.tables.rates import KIND, rates_of


def rate_packs(viewer: Viewer, on: date) -> tuple[RatePack, ...]:
    """The rates that the viewer's organisation goes by on a day; the shipped ones where none."""
    adopted = packs_in_force(viewer, KIND, on) if can(viewer, Subject.RULE, Act.SEE) else ()
    told = tuple(rates_of(pack_of(KIND, each.content)) for each in adopted)
    return told or tuple(reference.rate_pack(key) for key in pack_keys(KIND))


def rates_on(viewer: Viewer, pack: RatePack, as_of: date) -> list[Rate]:
    """Each rate of the pack with both of its sets."""
    projects = columns_of(_counted(viewer), as_of, pack.rates)
    return [rate(spec, projects) for spec in pack.rates]


def rate_on(viewer: Viewer, pack: RatePack, key: str, as_of: date) -> Rate:
    """One rate. Raises: NotFound."""
    spec = pack.rate(key)
    if spec is None:
        raise NotFound("没有这个比率：可能规则已经更换，请从比率列表重新打开")
    return rate(spec, columns_of(_counted(viewer), as_of, (spec,)))


def _counted(viewer: Viewer) -> QuerySet[Project]:
    """The projects that the viewer may see and that no other stands for."""
    return narrow(viewer, Project.objects.filter(same_as=None), Subject.PROJECT)


def projects_numbered(viewer: Viewer, numbers: tuple[int, ...]) -> QuerySet[Project]:
    """The projects of these numbers that the viewer may see."""
    seen = narrow(viewer, Project.objects.select_related("owner", "company"), Subject.PROJECT)
    return seen.filter(pk__in=Listed.of(numbers)).order_by("code")
