"""What was signed: agreements, and projects that count as signed by other documents.

Read in few queries of whole columns: asked for each document, its events cost seconds in a large
ledger.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q, QuerySet
from django.db.models.functions import ExtractYear
from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.projects.laddering import ladders_in_use
from zhuchao.apps.projects.listed import Listed
from zhuchao.apps.projects.models import Document, Project, StageCheck, StageEvent, StageReached
from zhuchao.core.vocabulary.count import CountRule, Signing
from zhuchao.core.vocabulary.stage import Milestone

_Through = StageEvent.documents.through


@dataclass(frozen=True, slots=True)
class Proofs:
    """Events that were corrected, withdrawn or rejected, and documents that prove nothing else."""

    gone: frozenset[int]
    void: tuple[int, ...]


class Signed:
    """The signings of some projects, by a rule."""

    def __init__(
        self, seen: QuerySet[Project], rule: CountRule, proofs: Proofs | None = None
    ) -> None:
        self.seen, self.rule = seen, rule
        self.kinds = (*rule.signed_by, *rule.increments_by, *rule.preliminary)
        if proofs is not None:
            self.proofs = proofs

    @cached_property
    def proofs(self) -> Proofs:
        corrected = StageEvent.objects.filter(corrects__isnull=False).order_by()
        rejected = StageCheck.objects.filter(is_confirmed=False)
        gone = {
            *corrected.values_list("corrects_id", flat=True),
            *rejected.values_list("event_id", flat=True),
        }
        doubtful = _Through.objects.filter(
            stageevent__in=Listed.of(gone), document__kind__in=self.kinds
        )
        documents = set(doubtful.values_list("document_id", flat=True))
        proven = {
            document_id for document_id, event_id in _proving(documents) if event_id not in gone
        }
        return Proofs(frozenset(gone), tuple(sorted(documents - proven)))

    def signings(self) -> list[Signing]:
        """Each agreement on its own day, else on that of what it proves, else of its recording."""
        names = {each.key: each.name for each in reference.document_kinds()}
        columns = ("project_id", "pk", "kind", "dated_on", "amount", "title")
        signings = [
            Signing(pid, pk, kind, names.get(kind, kind), on or self.undated[pk][1], amount, title)
            for pid, pk, kind, on, amount, title in self._documents().values_list(*columns)
        ]
        reached = self._reached().values_list("event_id", "project_id", "on")
        kind = self.rule.signed_by[0]
        return signings + [Signing(pid, pk, kind, "签约", on, None) for pk, pid, on in reached]

    def projects(self, year: int) -> set[int]:
        """Those of which something was signed in the year."""
        dated = self._documents().filter(dated_on__year=year)
        found = {pid for pid, day in self.undated.values() if day.year == year}
        for told in (dated, self._reached().filter(on__year=year)):
            found |= set(told.values_list("project_id", flat=True))
        return found

    def years(self) -> list[int]:
        """In which something was signed, the latest first."""
        dated = self._documents().exclude(dated_on=None).annotate(year=ExtractYear("dated_on"))
        reached = self._reached().annotate(year=ExtractYear("on"))
        years = {day.year for _, day in self.undated.values()}
        for told in (dated, reached):
            years |= set(told.order_by().values_list("year", flat=True).distinct())
        return sorted(years, reverse=True)

    def _documents(self) -> QuerySet[Document]:
        found = Document.objects.filter(kind__in=self.kinds, project__in=self.seen).order_by()
        return found.exclude(pk__in=Listed.of(self.proofs.void))

    @cached_property
    def undated(self) -> dict[int, tuple[int, date]]:
        """The project and the day of each agreement that tells no day itself."""
        without = list(
            self._documents().filter(dated_on=None).values_list("pk", "project_id", "recorded_at")
        )
        events = _Through.objects.filter(document__in=Listed.of(pk for pk, *_ in without))
        proven: dict[int, date] = {}
        columns = ("document_id", "stageevent_id", "stageevent__occurred_on")
        for document_id, event_id, on in events.values_list(*columns):
            if event_id not in self.proofs.gone:
                proven[document_id] = min(on, proven.get(document_id, on))
        return {pk: (pid, proven.get(pk, timezone.localdate(at))) for pk, pid, at in without}

    @cached_property
    def _is_signed(self) -> Q:
        told = Q(pk__in=[])
        for climbs, ladder in ladders_in_use():
            stage = ladder.at(Milestone.SIGNED)
            if stage is not None:
                of = {f"project__{column}": each for column, each in climbs.items()}
                told |= Q(**of, stage=stage.key)
        return told

    def _reached(self) -> QuerySet[StageReached]:
        written = self._documents().filter(kind__in=self.rule.signed_by).values("project")
        found = StageReached.objects.filter(self._is_signed, project__in=self.seen)
        return found.exclude(project__in=written)


def _proving(documents: set[int]) -> list[tuple[int, int]]:
    found = _Through.objects.filter(document__in=Listed.of(documents))
    return list(found.values_list("document_id", "stageevent_id"))
