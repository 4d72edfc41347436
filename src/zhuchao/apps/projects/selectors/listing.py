"""The project list as a filter says it, and the filters that a person keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from zhuchao.apps.parties.selectors import companies
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.listed import Listed
from zhuchao.apps.projects.models import MonthlyInvestment, Project, SavedFilter, StageReached
from zhuchao.apps.projects.selectors.lights import lit
from zhuchao.core.projects.due import soon_before

# The stage at which a project is signed, on every ladder that maps onto the national one.
SIGNED = "sign"
# The park in which a project's offer lies, by its plot or by the building of its unit.
PARK = Coalesce("offer__plot__park", "offer__unit__building__park")
# Next steps of today and so many days ahead are told under 今日.


@dataclass(frozen=True, slots=True)
class ProjectWhere:
    """What narrows the list; what is empty or None does not.

    Sums are total investments in yuan, both ends included; a project whose sum is not known lies
    in no range. ``due_before`` keeps next steps that are due before that day. ``numbers`` keeps
    these projects; ``light`` those whose light has a colour. ``park_id`` 0 keeps those that lie in
    no park; ``told`` those of which money of a measure was told for a year.
    """

    stages: Sequence[str] = ()
    owner_id: int | None = None
    kind: str = ""
    chain_role: str = ""
    method: str = ""
    least: Decimal | None = None
    most: Decimal | None = None
    signed_in: int | None = None
    due_before: date | None = None
    light: str = ""
    numbers: Sequence[int] | None = None
    park_id: int | None = None
    told: tuple[str, int] | None = None
    q: str = ""


def project_list(viewer: Viewer, where: ProjectWhere) -> QuerySet[Project]:
    """The projects that the viewer may see, narrowed; unordered."""
    base = Project.objects.select_related("owner", "company", "ladder_pack")
    found = narrow(viewer, base, Subject.PROJECT)
    for name in ("kind", "chain_role", "method"):
        if chosen := getattr(where, name):
            found = found.filter(**{name: chosen})
    if where.stages:
        found = found.filter(stage__in=where.stages)
    if where.owner_id is not None:
        found = found.filter(owner_id=where.owner_id)
    if where.due_before is not None:
        found = found.filter(next_due__lt=where.due_before)
    found = _reckoned(viewer, _signed(_sized(found, where), where), where)
    return _named(viewer, found, where.q.strip())


def _reckoned(viewer: Viewer, found: QuerySet[Project], where: ProjectWhere) -> QuerySet[Project]:
    """By lights and what stands behind a figure of the overview."""
    if where.light:
        found = found.filter(pk__in=lit(viewer, where.light).values("pk"))
    if where.numbers is not None:
        found = found.filter(pk__in=Listed.of(where.numbers))
    if where.park_id is not None:
        placed = found.annotate(park=PARK)
        found = placed.filter(park=where.park_id) if where.park_id else placed.filter(park=None)
    if where.told is not None:
        measure, year = where.told
        months = MonthlyInvestment.objects.filter(project=OuterRef("pk"), measure=measure)
        found = found.filter(Exists(months.filter(month__year=year)), same_as=None)
    return found


def _sized(found: QuerySet[Project], where: ProjectWhere) -> QuerySet[Project]:
    if where.least is not None:
        found = found.filter(total_investment__gte=where.least)
    if where.most is not None:
        found = found.filter(total_investment__lte=where.most)
    return found


def _signed(found: QuerySet[Project], where: ProjectWhere) -> QuerySet[Project]:
    if where.signed_in is None:
        return found
    reached = StageReached.objects.filter(project=OuterRef("pk"), stage=SIGNED)
    return found.filter(Exists(reached.filter(on__year=where.signed_in)))


def _named(viewer: Viewer, found: QuerySet[Project], word: str) -> QuerySet[Project]:
    """A firm is found by the register's names only where the viewer may see it there."""
    if not word:
        return found
    firms = companies(viewer, q=word).order_by().values("pk")
    typed = Q(title__icontains=word) | Q(code__icontains=word) | Q(company_name__icontains=word)
    return found.filter(typed | Q(company__in=firms) | Q(company__head__in=firms))


def signing_years(viewer: Viewer) -> list[int]:
    """The years in which projects that the viewer may see were signed, the latest first."""
    mine = narrow(viewer, Project.objects.all(), Subject.PROJECT)
    days = StageReached.objects.filter(project__in=mine, stage=SIGNED)
    return [day.year for day in days.dates("on", "year", order="DESC")]


def due_steps(viewer: Viewer, today: date) -> QuerySet[Project]:
    """The viewer's own projects whose next step is overdue or due soon, the longest due first."""
    found = narrow(viewer, Project.objects.all(), Subject.PROJECT, Act.CHANGE)
    mine = found.filter(owner_id=viewer.person_id or 0, next_due__lt=soon_before(today))
    return mine.select_related("company").order_by("next_due", "pk")


def saved_filters(viewer: Viewer) -> QuerySet[SavedFilter]:
    """The filters that the person keeps, by name."""
    return SavedFilter.objects.filter(person_id=viewer.person_id or 0).order_by("name", "pk")
