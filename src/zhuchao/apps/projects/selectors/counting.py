"""What signings of the viewer's projects count for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet
from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.people.rights import can, narrow
from zhuchao.apps.people.selectors import packs_in_force
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.laddering import ladders_in_use
from zhuchao.apps.projects.models import Document, Project, StageReached
from zhuchao.core.projects import counting
from zhuchao.core.vocabulary.count import Count, CountRule, Signing
from zhuchao.core.vocabulary.count import Project as Entered
from zhuchao.core.vocabulary.stage import Milestone
from zhuchao.tables.counting import KIND, counting_of
from zhuchao.tables.packs import pack_of


def count_rule_on(viewer: Viewer, on: date) -> CountRule:
    """By what the viewer's organisation counts on a day; the shipped rule where none is adopted."""
    adopted = packs_in_force(viewer, KIND, on) if can(viewer, Subject.RULE, Act.SEE) else ()
    told = next(iter(adopted), None)
    return reference.count_rule() if told is None else counting_of(pack_of(KIND, told.content))


def counts(viewer: Viewer, rule: CountRule) -> tuple[Count, ...]:
    """What every signing of the projects that the viewer may see counts for, by time."""
    seen = narrow(viewer, Project.objects.all(), Subject.PROJECT)
    rows = seen.order_by("pk").values_list(
        "pk", "code", "title", "kind", "same_as_id", "increment_of_id", "total_investment"
    )
    kinds = dict(Project.Kind.choices)
    entered: list[Entered] = []
    totals: dict[int, Decimal | None] = {}
    for pk, code, title, kind, same_as, increment_of, total in rows:
        told = f"{code} {title}"
        entered.append(Entered(pk, told, kind, kinds.get(kind, kind), same_as, increment_of))
        totals[pk] = total
    signings = [*_signings(seen, rule)]
    written = {each.project for each in signings if each.kind in rule.signed_by}
    signings += [each for each in _reached(seen, rule) if each.project not in written]
    return counting.count([_filled(each, totals, rule) for each in signings], entered, rule)


def _signings(seen: QuerySet[Project], rule: CountRule) -> Iterator[Signing]:
    """Agreements of any kind, but for those that prove only what was withdrawn or rejected."""
    kinds = (*rule.signed_by, *rule.increments_by, *rule.preliminary)
    names = {each.key: each.name for each in reference.document_kinds()}
    found = Document.objects.filter(kind__in=kinds, project__in=seen)
    for document in found.prefetch_related("events__corrections", "events__check_made"):
        events = list(document.events.all())
        holding = [each for each in events if not each.corrections.all() and not _rejected(each)]
        if events and not holding:
            continue
        days = [each.occurred_on for each in holding]
        on = document.dated_on or min(days, default=timezone.localdate(document.recorded_at))
        yield Signing(
            document.project_id,
            document.pk,
            document.kind,
            names.get(document.kind, document.kind),
            on,
            document.amount,
            document.title,
        )


def _rejected(event: object) -> bool:
    check = getattr(event, "check_made", None)
    return check is not None and not check.is_confirmed


def _reached(seen: QuerySet[Project], rule: CountRule) -> Iterator[Signing]:
    """Projects that count as signed by other documents than the rule names."""
    told = Q(pk__in=[])
    for climbs, ladder in ladders_in_use():
        stage = ladder.at(Milestone.SIGNED)
        if stage is not None:
            of = {f"project__{column}": each for column, each in climbs.items()}
            told |= Q(**of, stage=stage.key)
    found = StageReached.objects.filter(told, project__in=seen)
    for pk, project_id, on in found.values_list("event_id", "project_id", "on"):
        yield Signing(project_id, pk, rule.signed_by[0], "签约", on, None)


def _filled(signing: Signing, totals: dict[int, Decimal | None], rule: CountRule) -> Signing:
    """A formal agreement that tells no amount counts what the project is to invest."""
    total = totals.get(signing.project)
    if signing.amount is not None or signing.kind not in rule.signed_by or total is None:
        return signing
    return replace(signing, amount=total)
