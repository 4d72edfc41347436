"""Filters of the project list that a person keeps under a name."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.models import SavedFilter
from zhuchao.core.errors import NotFound, Refused

MOST = 20
LONGEST_NAME = 40
LONGEST_QUERY = 500


@transaction.atomic
def save_filter(viewer: Viewer, *, name: str, query: str) -> SavedFilter:
    """Keep an address's query under a name; the same name again takes the new query.

    Raises: NotAllowed; Refused, without a name or a filter, too long, or one more than are kept.
    """
    require(viewer, Subject.PROJECT, Act.SEE)
    plain = _plain(name)
    if not query:
        raise Refused("现在没有任何筛选条件：先筛选，再保存")
    if len(query) > LONGEST_QUERY:
        raise Refused("筛选条件太长了：请少选几项再保存")
    mine = _held(viewer)
    if not mine.filter(name=plain).exists() and mine.count() >= MOST:
        raise Refused(f"最多保存 {MOST} 个常用筛选：请先删去不用的")
    found, _ = SavedFilter.objects.update_or_create(
        person_id=viewer.person_id or 0, name=plain, defaults={"query": query}
    )
    log(viewer, "save_filter", Subject.PROJECT, found)
    return found


@transaction.atomic
def rename_filter(viewer: Viewer, filter_id: int, *, name: str) -> SavedFilter:
    """Raises: NotFound; Refused, without a name, and for one that another of them has."""
    plain, mine = _plain(name), _held(viewer)
    found = mine.filter(pk=filter_id).first()
    if found is None:
        raise NotFound("没有这个常用筛选，可能已经删去")
    if mine.filter(name=plain).exclude(pk=filter_id).exists():
        raise Refused(f"已有名为“{plain}”的常用筛选：请换一个名称")
    found.name = plain
    found.save(update_fields=["name"])
    log(viewer, "rename_filter", Subject.PROJECT, found)
    return found


@transaction.atomic
def drop_filter(viewer: Viewer, filter_id: int) -> None:
    """Raises: NotFound."""
    found = _held(viewer).filter(pk=filter_id).first()
    if found is None:
        raise NotFound("没有这个常用筛选，可能已经删去")
    log(viewer, "drop_filter", Subject.PROJECT, found)
    found.delete()


def _held(viewer: Viewer) -> QuerySet[SavedFilter]:
    return SavedFilter.objects.select_for_update().filter(person_id=viewer.person_id or 0)


def _plain(name: str) -> str:
    plain = " ".join(name.split())
    if not plain:
        raise Refused("请给这个筛选起一个名称，例如“我的在谈项目”")
    if len(plain) > LONGEST_NAME:
        raise Refused(f"名称请控制在 {LONGEST_NAME} 字以内")
    return plain
