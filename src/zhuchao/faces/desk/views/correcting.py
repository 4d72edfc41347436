"""What is done to read pages: correcting a field, moving lines, setting aside, and undoing each."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from zhuchao.apps.library import services
from zhuchao.core.errors import Refused, ZhuchaoError
from zhuchao.faces.desk.access import DeskRequest, desk, status_of
from zhuchao.faces.desk.reading_room import span_of
from zhuchao.faces.desk.views.pages import show_page
from zhuchao.faces.hand.words import word


@desk
@require_POST
def correct(request: DeskRequest, page_id: int) -> HttpResponse:
    field, written = request.POST.get("field", ""), request.POST.get("written", "")
    try:
        made = services.correct_page(request.viewer, page_id, field=field, written=written)
    except Refused as failure:
        failed = {"failed": field, "written": written, "error": failure.sentence}
        return show_page(
            request, page_id, problem=failure.sentence, status=status_of(failure), **failed
        )
    label = word("page_field", field).text
    if made is None:
        messages.success(request, f"“{label}”没有变化。")
        return _to_page(request, page_id, f"f-{field}")
    said = f"已更正“{label}”。"
    return _done(request, page_id, said, correction_id=made.pk, anchor=f"f-{field}")


@desk
@require_POST
def put_back(request: DeskRequest, page_id: int) -> HttpResponse:
    start, end = span_of(request.POST.get("place", ""))
    try:
        made = services.put_back(request.viewer, page_id, start=start, end=end)
    except Refused as failure:
        return _again(request, page_id, failure)
    said = f"已把“{word('zone', made.was).text}”放回正文。"
    return _done(request, page_id, said, correction_id=made.pk, anchor=f"z-{start}")


@desk
@require_POST
def cut_away(request: DeskRequest, page_id: int) -> HttpResponse:
    start, end = span_of(request.POST.get("place", ""))
    kind = request.POST.get("kind", "")
    try:
        made = services.cut_away(request.viewer, page_id, start=start, end=end, kind=kind)
    except Refused as failure:
        return _again(request, page_id, failure)
    said = f"已从正文剪去，归为“{word('zone', kind).text}”。"
    return _done(request, page_id, said, correction_id=made.pk, anchor=f"z-{start}")


@desk
@require_POST
def take_back(request: DeskRequest, page_id: int, correction_id: int) -> HttpResponse:
    try:
        made = services.take_back(request.viewer, page_id, correction_id=correction_id)
    except Refused as failure:
        return _again(request, page_id, failure)
    messages.success(request, f"已撤销对“{word('page_field', made.field).text}”的更正。")
    return _to_page(request, page_id, "" if made.start is None else f"z-{made.start}")


@desk
@require_POST
def set_aside(request: DeskRequest, page_id: int) -> HttpResponse:
    try:
        page = services.set_aside_page(request.viewer, page_id)
    except Refused as failure:
        return _again(request, page_id, failure)
    undo = reverse("desk:page_restore", args=[page_id])
    messages.success(request, f"已搁置《{page.title}》。", extra_tags=undo)
    return _to_page(request, page_id)


@desk
@require_POST
def restore(request: DeskRequest, page_id: int) -> HttpResponse:
    try:
        page = services.restore_page(request.viewer, page_id)
    except Refused as failure:
        return _again(request, page_id, failure)
    messages.success(request, f"已恢复《{page.title}》。")
    return _to_page(request, page_id)


@desk
@require_POST
def set_aside_many(request: DeskRequest) -> HttpResponse:
    chosen = _chosen(request.POST)
    done = services.set_aside_pages(request.viewer, page_ids=chosen)
    left = len(chosen) - len(done)
    said = f"已搁置 {len(done)} 个网页。" if done else "没有搁置任何网页。"
    said += f"{left} 个已用、已搁置或不在您的范围内，没有动。" if left else ""
    undo = reverse("desk:pages_restore") + "?" + urlencode({"page": done}, doseq=True)
    return _to_list(request, said if chosen else NONE_CHOSEN, undo=undo if done else "")


@desk
@require_POST
def restore_many(request: DeskRequest) -> HttpResponse:
    chosen = _chosen(request.POST) or _chosen(request.GET)
    done = services.restore_pages(request.viewer, page_ids=chosen)
    return _to_list(request, f"已恢复 {len(done)} 个网页。" if chosen else NONE_CHOSEN)


NONE_CHOSEN = "还没有勾选网页：请先在每行开头勾选。"


def _chosen(asked: QueryDict) -> list[int]:
    written = set(asked.getlist("page"))
    return sorted(int(each) for each in written if each.isdecimal() and len(each) <= 18)


def _again(request: DeskRequest, page_id: int, failure: ZhuchaoError) -> HttpResponse:
    return show_page(request, page_id, problem=failure.sentence, status=status_of(failure))


def _done(
    request: DeskRequest, page_id: int, said: str, *, correction_id: int, anchor: str
) -> HttpResponse:
    """Back to the page; the notice carries the address that undoes the act."""
    undo = reverse("desk:page_take_back", args=[page_id, correction_id])
    messages.success(request, said, extra_tags=undo + _query(request))
    return _to_page(request, page_id, anchor)


def _to_page(request: DeskRequest, page_id: int, anchor: str = "") -> HttpResponse:
    address = reverse("desk:page", args=[page_id]) + _query(request)
    return HttpResponseRedirect(f"{address}#{anchor}" if anchor else address)


def _query(request: DeskRequest) -> str:
    """Whether cut zones are shown, and as what the last one was cut, stay in the address."""
    asked = {name: request.POST.get(name) or request.GET.get(name) for name in ("zones", "kind")}
    kept = {name: value for name, value in asked.items() if value}
    return f"?{urlencode(kept)}" if kept else ""


def _to_list(request: DeskRequest, said: str, *, undo: str = "") -> HttpResponse:
    messages.success(request, said, extra_tags=undo)
    address = request.POST.get("next", "")
    is_own = url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    is_list = is_own and address.startswith(reverse("desk:pages"))
    return HttpResponseRedirect(address if is_list else reverse("desk:pages"))
