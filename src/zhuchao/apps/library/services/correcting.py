"""Correcting what was read: fields, zones and states; every correction is kept as an example."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.library import mapping, rezoning, typed
from zhuchao.apps.library.models import Correction, ReadPage, RepostCluster
from zhuchao.apps.library.services.reposts import join_reposts, settle_origin
from zhuchao.apps.library.services.stating import keep_facts
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.vocabulary.page import BODY_KINDS, ZoneKind
from zhuchao.core.vocabulary.read import Span

ZONE = "zone"
# Fields that what the page states depends on.
STATING = ("title", "published")
BY_HAND = "由人员更正"
UNREAD = {"value": None, "unit": "", "state": "unknown", "span": None, "why": ""}
_S = ReadPage.State


@transaction.atomic
def correct_page(viewer: Viewer, page_id: int, *, field: str, written: str) -> Correction | None:
    """Make what was written the field's given value, empty for unknown; None where it was so.

    Writing an inferred value once more confirms it.

    Raises: NotFound, NotAllowed; Refused, when the field cannot be corrected or the text not read.
    """
    page = _open(viewer, page_id)
    if field not in mapping.CORRECTABLE:
        raise Refused(f"字段“{field}”不能更正")
    was = UNREAD | (page.page.get(field) or {})
    value = typed.value_of(field, written, today=timezone.localdate())
    if field in typed.DAYS and value and str(was["value"] or "")[:10] == value:
        value = was["value"]  # The day is right; the hour beside it stays.
    state = "unknown" if value is None else "given"
    if (value, state) == (was["value"], was["state"]):
        return None
    _write_field(viewer, page, field, was | {"value": value, "state": state, "why": BY_HAND})
    made = _note(viewer, page, field=field, was=was, now=page.page[field])
    log(viewer, "correct_page", Subject.PAGE, page, field=field)
    return made


@transaction.atomic
def put_back(viewer: Viewer, page_id: int, *, start: int, end: int, kind: str = "") -> Correction:
    """Put whole lines that were cut away back into the body; ``kind`` is found where not given.

    Raises: NotFound, NotAllowed; Refused, when these are no lines that were cut.
    """
    page, span = _open(viewer, page_id), _span(start, end)
    zones = rezoning.zoned(page.page)
    if rezoning.kind_of(zones, span) in BODY_KINDS:
        raise Refused("这几行已经在正文里")
    now = _kind(kind) if kind else rezoning.body_kind(zones, span)
    if now not in BODY_KINDS:
        raise Refused("放回正文只能作为段落、小标题、表格或图注")
    made = _rezone(viewer, page, span, now)
    log(viewer, "put_back", Subject.PAGE, page, was=made.was, now=made.now)
    return made


@transaction.atomic
def cut_away(viewer: Viewer, page_id: int, *, start: int, end: int, kind: str) -> Correction:
    """Cut whole lines of the body away as ``kind``; they are kept, and can be put back.

    Raises: NotFound, NotAllowed; Refused, when these are no lines of the body.
    """
    page, span, now = _open(viewer, page_id), _span(start, end), _kind(kind)
    if now in BODY_KINDS:
        raise Refused("请选择剪去的类别，正文的类别不算")
    if rezoning.kind_of(rezoning.zoned(page.page), span) not in BODY_KINDS:
        raise Refused("这几行已经剪去")
    made = _rezone(viewer, page, span, now)
    log(viewer, "cut_away", Subject.PAGE, page, was=made.was, now=made.now)
    return made


@transaction.atomic
def take_back(viewer: Viewer, page_id: int, *, correction_id: int) -> Correction:
    """Undo the page's last correction by writing the reverse one.

    Raises: NotFound, NotAllowed; Refused, when another correction came after it.
    """
    page = _open(viewer, page_id)
    last = page.corrections.order_by("-pk").first()
    if last is None or not page.corrections.filter(pk=correction_id).exists():
        raise NotFound("这个网页没有这条更正")
    if last.pk != correction_id:
        raise Refused("这条更正之后又有新的更正，不能再撤销：请直接改成需要的样子")
    if last.field == ZONE:
        made = _rezone(viewer, page, _span(last.start, last.end), ZoneKind(str(last.was)))
    else:
        was = UNREAD | (page.page.get(last.field) or {})
        _write_field(viewer, page, last.field, _read_of(last.was, was))
        made = _note(viewer, page, field=last.field, was=was, now=page.page[last.field])
    log(viewer, "take_back", Subject.PAGE, page, field=last.field)
    return made


@transaction.atomic
def set_aside_page(viewer: Viewer, page_id: int) -> ReadPage:
    """Raises: NotFound, NotAllowed; Refused, when something was made of the page."""
    page = _held(viewer, page_id)
    if page.state == _S.USED:
        raise Refused("这个网页已经建了文章，不能搁置：请到文章中处理")
    if page.state != _S.SET_ASIDE:
        _move(page, _S.SET_ASIDE)
        log(viewer, "set_aside_page", Subject.PAGE, page)
    return page


@transaction.atomic
def restore_page(viewer: Viewer, page_id: int) -> ReadPage:
    """Undo setting aside. Raises: NotFound, NotAllowed; Refused, when it was not set aside."""
    page = _held(viewer, page_id)
    if page.state != _S.SET_ASIDE:
        raise Refused("这个网页没有被搁置，不需要恢复")
    _move(page, _S.NEW)
    log(viewer, "restore_page", Subject.PAGE, page)
    return page


@transaction.atomic
def set_aside_pages(viewer: Viewer, *, page_ids: Iterable[int]) -> tuple[int, ...]:
    """Set aside those that are new; the numbers of those that were. Raises: NotAllowed."""
    pages = _held_in(viewer, page_ids, state=_S.NEW)
    for page in pages:
        _move(page, _S.SET_ASIDE)
        log(viewer, "set_aside_page", Subject.PAGE, page)
    return tuple(page.pk for page in pages)


@transaction.atomic
def restore_pages(viewer: Viewer, *, page_ids: Iterable[int]) -> tuple[int, ...]:
    """Bring back those that are set aside; the numbers of those that were. Raises: NotAllowed."""
    pages = _held_in(viewer, page_ids, state=_S.SET_ASIDE)
    for page in pages:
        _move(page, _S.NEW)
        log(viewer, "restore_page", Subject.PAGE, page)
    return tuple(page.pk for page in pages)


def _held(viewer: Viewer, page_id: int) -> ReadPage:
    """The page, its row locked: two corrections at once follow one another."""
    require(viewer, Subject.PAGE, Act.CHANGE)
    rows = ReadPage.objects.select_for_update()
    page = narrow(viewer, rows, Subject.PAGE, Act.CHANGE).filter(pk=page_id).first()
    if page is None:
        raise NotFound("没有这个网页，或不在您的范围内")
    return page


def _held_in(viewer: Viewer, page_ids: Iterable[int], *, state: str) -> list[ReadPage]:
    require(viewer, Subject.PAGE, Act.CHANGE)
    rows = ReadPage.objects.select_for_update().defer("page", "sketch")
    found = narrow(viewer, rows, Subject.PAGE, Act.CHANGE)
    return list(found.filter(pk__in=set(page_ids), state=state).order_by("pk"))


def _open(viewer: Viewer, page_id: int) -> ReadPage:
    # Whoever files pages locks the cluster before its pages; another order would be a deadlock.
    seen = narrow(viewer, ReadPage.objects.filter(pk=page_id), Subject.PAGE, Act.CHANGE)
    clusters = RepostCluster.objects.filter(pk__in=seen.values("cluster_id"))
    list(clusters.select_for_update())
    page = _held(viewer, page_id)
    if page.state == _S.SET_ASIDE:
        raise Refused("这个网页已搁置：请先恢复，再更正")
    return page


def _move(page: ReadPage, state: str) -> None:
    page.state = state
    page.save(update_fields=["state"])


def _write_field(viewer: Viewer, page: ReadPage, field: str, read: dict[str, Any]) -> None:
    """Set the field, the columns that follow from it, and the origin that follows from a date."""
    if field == "title" and not read["value"]:
        raise Refused("标题不能为空：请填写标题")
    page.page[field] = read
    page.title = str(page.page["title"]["value"])[:200]
    page.source = str(page.page["source"]["value"] or "")[:100]
    page.published_on = mapping.published_on(page.page)
    page.searched = mapping.searched(page.page)
    page.save(update_fields=["page", "title", "source", "published_on", "searched"])
    if field in STATING:
        keep_facts(viewer, page)
    if field == "published":
        settle_origin(viewer, page)


def _rezone(viewer: Viewer, page: ReadPage, span: Span, kind: ZoneKind) -> Correction:
    zones = rezoning.zoned(page.page)
    was = rezoning.kind_of(zones, span)
    page.page |= rezoning.to_json(rezoning.rezoned(zones, span, kind))
    page.save(update_fields=["page"])
    if (was in BODY_KINDS) is not (kind in BODY_KINDS):
        join_reposts(viewer, page)
        keep_facts(viewer, page)
    place = {"start": span.start, "end": span.end}
    return _note(viewer, page, field=ZONE, was=was.value, now=kind.value, **place)


def _note(viewer: Viewer, page: ReadPage, **example: Any) -> Correction:
    return Correction.objects.create(page=page, corrected_by_id=viewer.person_id, **example)


def _span(start: int | None, end: int | None) -> Span:
    try:
        return Span(start or 0, end or 0)
    except ValueError:
        raise Refused(rezoning.MOVED) from None


def _kind(written: str) -> ZoneKind:
    try:
        return ZoneKind(written)
    except ValueError:
        raise Refused("没有这个类别：请从列表中选择") from None


def _read_of(kept: Any, present: dict[str, Any]) -> dict[str, Any]:
    """A kept example as the field it was; one that holds the value alone counts as given."""
    if isinstance(kept, dict) and "state" in kept:
        return kept
    state = "unknown" if kept is None else "given"
    return present | {"value": kept, "state": state, "why": BY_HAND}
