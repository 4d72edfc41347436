"""Read pages as they are searched: by title, original title and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zhuchao.apps.library.models import ReadPage
from zhuchao.apps.people.sought import holders
from zhuchao.apps.people.viewer import Subject
from zhuchao.ground.finding import Findable, Register, mark_of, noon
from zhuchao.ground.finding.house import by_audit

NAME = "page"
HEAVY = ("page", "sketch")


def rows(ids: Iterable[int]) -> Iterator[Findable]:
    for page in ReadPage.objects.filter(pk__in=list(ids)).defer(*HEAVY):
        yield _findable(page)


def marks(ids: Iterable[int] | None) -> Iterator[tuple[int, int]]:
    found = ReadPage.objects.defer(*HEAVY)
    narrowed = found if ids is None else found.filter(pk__in=list(ids))
    for page in narrowed.iterator(chunk_size=2_000):
        yield page.pk, _findable(page).mark


def _findable(page: ReadPage) -> Findable:
    who = holders(page.organisation_id, page.team_id, page.owner_id)
    at = page.created_at if page.published_on is None else noon(page.published_on)
    mark = mark_of(page.title, page.searched, who, at)
    return Findable(NAME, page.pk, NAME, page.title, page.searched, who, mark, at)


PAGES = Register(NAME, rows, marks, by_audit(Subject.PAGE.value))
