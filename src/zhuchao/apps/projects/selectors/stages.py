"""The stages of projects: as of a day and known by a moment, waiting to be checked, by board."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import (
    Case,
    Count,
    DateTimeField,
    Exists,
    F,
    OuterRef,
    QuerySet,
    Sum,
    When,
    Window,
)
from django.db.models.functions import RowNumber

from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.models import (
    ClosedYear,
    Document,
    Project,
    ProjectPage,
    ProjectPerson,
    StageEvent,
)
from zhuchao.apps.projects.selectors.lights import lit
from zhuchao.apps.projects.selectors.projects import project, projects
from zhuchao.core.errors import NotFound
from zhuchao.ground.files import open_kept

# A stage with the ladder that names it: shipped by its key, adopted by its pack.
StageKey = tuple[str, str, int | None]


@dataclass(frozen=True, slots=True)
class Column:
    """The projects at a stage: how many, their known total investment in yuan, the newest."""

    count: int
    total: Decimal | None
    cards: tuple[Project, ...]


def stages_as_of(
    viewer: Viewer, on: date, known_by: datetime | None = None
) -> QuerySet[StageEvent]:
    """The event that tells each project's stage on a day, as known by a moment; one query.

    ``known_by`` is aware; None asks of all that was ever recorded. A project without an event by
    then is not among them.
    """
    # Ranked within: what is filtered later must not change which event is the last.
    last = StageEvent.objects.filter(pk__in=_last(viewer, on, known_by).values("pk"))
    return last.select_related("project__owner", "project__company", "project__ladder_pack")


def stage_keys_as_of(
    viewer: Viewer, on: date, known_by: datetime | None = None
) -> list[tuple[int, StageKey]]:
    """The same for long lists: the events' numbers with their stages, the latest entered first."""
    told = _last(viewer, on, known_by).order_by("-occurred_on", "-pk")
    columns = ("pk", "stage", "project__ladder", "project__ladder_pack")
    return [(row[0], (row[1], row[2], row[3])) for row in told.values_list(*columns)]


def events_numbered(viewer: Viewer, numbers: Sequence[int]) -> list[StageEvent]:
    """The events of these numbers in their order, of projects that the viewer may see."""
    seen = narrow(viewer, Project.objects.all(), Subject.PROJECT)
    known = StageEvent.objects.filter(project__in=seen).select_related(
        "project__owner", "project__ladder_pack"
    )
    found = known.in_bulk(numbers)
    return [found[number] for number in numbers if number in found]


def stage_as_of(
    viewer: Viewer, project_id: int, on: date, known_by: datetime | None = None
) -> StageEvent | None:
    """As ``stages_as_of``, for one project; None before its first event."""
    last = _last(viewer, on, known_by, project_id=project_id).values("pk")
    return StageEvent.objects.filter(pk__in=last).select_related("project").first()


def _last(
    viewer: Viewer, on: date, known_by: datetime | None, **narrowed: int
) -> QuerySet[StageEvent]:
    seen = narrow(viewer, Project.objects.all(), Subject.PROJECT)
    holding = _holding(known_by).filter(**narrowed)
    # A list of few, made once: asked for each event, it would be looked for among all of them.
    corrected = holding.filter(corrects__isnull=False).values("corrects")
    standing = holding.filter(project__in=seen, occurred_on__lte=on, is_withdrawal=False)
    ranked = standing.exclude(pk__in=corrected).annotate(
        place=Window(
            RowNumber(),
            partition_by=F("project"),
            order_by=(F("occurred_on").desc(), F("pk").desc()),
        )
    )
    return ranked.filter(place=1)


def _holding(known_by: datetime | None) -> QuerySet[StageEvent]:
    events = StageEvent.objects.annotate(
        holds_from=Case(
            When(check_made__is_confirmed=True, then="check_made__checked_at"),
            When(needs_check=False, then="recorded_at"),
            default=None,
            output_field=DateTimeField(),
        )
    )
    if known_by is None:
        return events.filter(holds_from__isnull=False)
    return events.filter(holds_from__lte=known_by)


def waiting_checks(viewer: Viewer) -> QuerySet[StageEvent]:
    """The events that the viewer or a colleague has to confirm or reject, the oldest first."""
    mine = narrow(viewer, Project.objects.all(), Subject.PROJECT, Act.CHANGE)
    taken_away = StageEvent.objects.filter(corrects=OuterRef("pk")).exclude(
        check_made__is_confirmed=False
    )
    found = StageEvent.objects.filter(project__in=mine, needs_check=True, check_made=None)
    return (
        found.exclude(Exists(taken_away))
        .select_related("project__ladder_pack", "recorded_by")
        .prefetch_related("documents")
        .order_by("recorded_at", "pk")
    )


def board(viewer: Viewer, most: int, light: str = "") -> dict[str, Column]:
    """The projects by stage with at most ``most`` cards each; two queries however many there are.

    With ``light`` those whose light has that colour.

    Projects that another counts for, or that add to one, are not counted.
    """
    seen = lit(viewer, light) if light else narrow(viewer, Project.objects.all(), Subject.PROJECT)
    counted = seen.filter(same_as=None, increment_of=None)
    sums = counted.values("stage").annotate(count=Count("pk"), total=Sum("total_investment"))
    ranked = counted.annotate(
        place=Window(
            RowNumber(), partition_by=F("stage"), order_by=(F("stage_on").desc(), F("pk").desc())
        )
    )
    cards: dict[str, list[Project]] = {}
    # Ranked by number alone: whole rows would be sorted and carried for each project.
    shown = projects(viewer).filter(pk__in=ranked.filter(place__lte=most).values("pk"))
    for each in shown.order_by("-stage_on", "-pk"):
        cards.setdefault(each.stage, []).append(each)
    return {
        row["stage"]: Column(row["count"], row["total"], tuple(cards.get(row["stage"], ())))
        for row in sums
    }


def documents(viewer: Viewer, project_id: int) -> QuerySet[Document]:
    """What the project has, in the order of recording. Raises: NotFound."""
    return project(viewer, project_id).documents.select_related("recorded_by")


def kept_document(viewer: Viewer, project_id: int, document_id: int) -> tuple[str, bytes]:
    """The name and content of an uploaded document. Raises: NotFound."""
    found = documents(viewer, project_id).filter(pk=document_id).exclude(file="").first()
    if found is None:
        raise NotFound("没有这份文件，或只记了名称和编号：请向记录人索取原件")
    return found.file_name or found.title, open_kept(found.file)


def people(viewer: Viewer, project_id: int) -> QuerySet[ProjectPerson]:
    """Who works on the project; names and telephones stay sealed. Raises: NotFound."""
    return project(viewer, project_id).people.select_related("contact").order_by("pk")


def related_pages(viewer: Viewer, project_id: int) -> QuerySet[ProjectPage]:
    """The pages that tell of the project. Raises: NotFound."""
    return project(viewer, project_id).pages.select_related("page").order_by("noted_at", "pk")


def closed_years(viewer: Viewer) -> QuerySet[ClosedYear]:
    """The years that the organisation has closed, the newest first. Raises: NotAllowed."""
    require(viewer, Subject.PROJECT, Act.SEE)
    mine = ClosedYear.objects.filter(organisation_id=viewer.organisation_id or 0)
    return mine.filter(reopened_at=None).select_related("closed_by").order_by("-year")


def reopened_years(viewer: Viewer) -> QuerySet[ClosedYear]:
    """The years that were closed and opened again, the latest first. Raises: NotAllowed."""
    require(viewer, Subject.PROJECT, Act.SEE)
    mine = ClosedYear.objects.filter(organisation_id=viewer.organisation_id or 0)
    past = mine.exclude(reopened_at=None).select_related("closed_by", "reopened_by")
    return past.order_by("-reopened_at", "-pk")
