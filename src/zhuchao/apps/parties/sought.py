"""Companies as they are searched: by every name by which one goes, and by the credit code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zhuchao.apps.parties.models import Company
from zhuchao.apps.people.sought import holders
from zhuchao.apps.people.viewer import Subject
from zhuchao.ground.finding import Findable, Register, mark_of
from zhuchao.ground.finding.house import by_audit

NAME = "company"


def rows(ids: Iterable[int]) -> Iterator[Findable]:
    for company in Company.objects.filter(pk__in=list(ids)).prefetch_related("names"):
        yield _findable(company)


def marks(ids: Iterable[int] | None) -> Iterator[tuple[int, int]]:
    found = Company.objects.prefetch_related("names")
    narrowed = found if ids is None else found.filter(pk__in=list(ids))
    for company in narrowed.iterator(chunk_size=2_000):
        yield company.pk, _findable(company).mark


def _findable(company: Company) -> Findable:
    names = sorted({each.name for each in company.names.all()} - {company.name})
    body = "\n".join((*names, company.credit_code))
    who = holders(company.organisation_id, company.team_id, company.owner_id)
    mark = mark_of(company.name, body, who)
    at = company.created_at
    return Findable(NAME, company.pk, NAME, company.name, body, who, mark, at)


COMPANIES = Register(NAME, rows, marks, by_audit(Subject.COMPANY.value))
