"""Beginning and ending watches on companies."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.library import stating
from zhuchao.apps.library.models import CompanyWatch, Fact
from zhuchao.apps.library.selectors.facts import fact
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import NotFound, Refused


@transaction.atomic
def watch_company(viewer: Viewer, fact_id: int) -> CompanyWatch:
    """Watch the organisation that a fact names; a second call gives the same watch.

    Raises: NotFound, NotAllowed; Refused, where the fact names no organisation.
    """
    require(viewer, Subject.COMPANY, Act.MAKE)
    found = fact(viewer, fact_id)
    name = (found.value.get("name") or {}).get("value")
    if found.kind != Fact.Kind.ORGANISATION or not name:
        raise Refused("只有写明名称的单位可以关注")
    columns = ownership(viewer)
    watch, is_new = CompanyWatch.objects.get_or_create(
        owner_id=columns["owner_id"],
        key=stating.organisation_key(name),
        ended_at=None,
        defaults=columns | {"name": name[:120]},
    )
    if is_new:
        log(viewer, "watch_company", Subject.COMPANY, watch)
    return watch


@transaction.atomic
def end_watch(viewer: Viewer, watch_id: int) -> CompanyWatch:
    """Raises: NotFound, where the viewer has no such watch that goes on."""
    require(viewer, Subject.COMPANY, Act.SEE)
    rows = CompanyWatch.objects.select_for_update().filter(owner_id=viewer.person_id, pk=watch_id)
    watch = rows.filter(ended_at=None).first()
    if watch is None:
        raise NotFound("没有这个企业关注，可能已经结束")
    watch.ended_at = timezone.now()
    watch.save(update_fields=["ended_at"])
    log(viewer, "end_company_watch", Subject.COMPANY, watch)
    return watch
