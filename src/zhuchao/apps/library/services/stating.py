"""Keeping what pages state: as they are filed, corrected, and when the rules changed."""

from __future__ import annotations

from dataclasses import asdict

from django.db import transaction

from zhuchao.apps.library import stating
from zhuchao.apps.library.models import Fact, ReadPage
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer

BATCH = 500


@transaction.atomic
def keep_facts(viewer: Viewer, page: ReadPage) -> None:
    """Find anew what the page states; what was kept of it before goes."""
    require(viewer, Subject.PAGE, Act.MAKE)
    _keep(page)
    log(viewer, "keep_facts", Subject.PAGE, page, rules=page.facts_by)


@transaction.atomic
def read_facts_again(viewer: Viewer, *, most: int) -> int:
    """Find the facts of at most ``most`` pages that older rules read; how many there were."""
    require(viewer, Subject.PAGE, Act.CHANGE)
    rows = narrow(viewer, ReadPage.objects.all(), Subject.PAGE, Act.CHANGE)
    older = rows.exclude(facts_by=stating.rules()).order_by("facts_by", "pk")
    # In the order of the index and by numbers alone: this is asked every minute, and mostly in
    # vain; the pages themselves are large.
    numbers = list(older.values_list("pk", flat=True)[:most])
    pages = list(ReadPage.objects.select_for_update().filter(pk__in=numbers).order_by("pk"))
    for page in pages:
        _keep(page)
    if pages:
        log(viewer, "keep_facts", Subject.PAGE, None, rules=stating.rules(), pages=len(pages))
    return len(pages)


def _keep(page: ReadPage) -> None:
    page.facts.all().delete()
    rows = stating.rows_of(page.page)
    Fact.objects.bulk_create((Fact(page=page, **asdict(row)) for row in rows), batch_size=BATCH)
    page.facts_by = stating.rules()
    page.save(update_fields=["facts_by"])
