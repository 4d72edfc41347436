"""Enquiries as they are searched: by receipt, company and text, in which persons are covered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.apps.people.sought import holders
from zhuchao.apps.people.viewer import Subject
from zhuchao.ground.finding import Findable, Register, mark_of
from zhuchao.ground.finding.house import by_audit

NAME = "enquiry"


def rows(ids: Iterable[int]) -> Iterator[Findable]:
    for enquiry in Enquiry.objects.filter(pk__in=list(ids)):
        yield _findable(enquiry)


def marks(ids: Iterable[int] | None) -> Iterator[tuple[int, int]]:
    found = Enquiry.objects.defer("terms")
    narrowed = found if ids is None else found.filter(pk__in=list(ids))
    for enquiry in narrowed.iterator(chunk_size=2_000):
        yield enquiry.pk, _findable(enquiry).mark


def _findable(enquiry: Enquiry) -> Findable:
    title = f"{enquiry.receipt} {enquiry.company_name}"
    body = f"{enquiry.text}\n{enquiry.purpose}"
    who = holders(enquiry.organisation_id, enquiry.team_id, enquiry.owner_id)
    mark = mark_of(title, body, who)
    return Findable(NAME, enquiry.pk, NAME, title, body, who, mark, enquiry.received_at)


ENQUIRIES = Register(NAME, rows, marks, by_audit(Subject.ENQUIRY.value))
