"""Pictures on the desk: put up, described, ordered, taken away and put back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from zhuchao.apps.properties import selectors, services
from zhuchao.core.errors import Refused, ZhuchaoError
from zhuchao.faces.desk.access import DeskRequest, desk
from zhuchao.faces.desk.picturing import PictureForm, record_of

MOST_AT_ONCE = 20


@desk
@require_safe
@cache_control(private=True, max_age=3600)
def image(request: DeskRequest, picture_id: int, size: str) -> HttpResponse:
    picture = selectors.picture(request.viewer, picture_id)
    content = selectors.image_of(request.viewer, picture, is_small=size == "small")
    return HttpResponse(content, content_type="image/jpeg")


@desk
@require_POST
def add(request: DeskRequest, kind: str, record_id: int) -> HttpResponse:
    """Several at once: each that is an image is kept, the others are named with the reason."""
    record = record_of(request.viewer, kind, record_id)
    files = request.FILES.getlist("file")[:MOST_AT_ONCE]
    told = PictureForm(request.POST)
    if not files or not told.is_valid():
        messages.error(request, "还没有选图片：请先选择或拍照，再上传。")
    added = 0
    for file in files if told.is_valid() else ():
        try:
            services.add_picture(
                request.viewer, on=record, content=file.read(), **told.cleaned_data
            )
            added += 1
        except ZhuchaoError as failure:
            messages.error(request, f"{file.name}：{failure.sentence}")
    if added:
        messages.success(request, f"已添加 {added} 张图片。")
    return _back(kind, record_id)


@desk
@require_POST
def describe(request: DeskRequest, picture_id: int) -> HttpResponse:
    told = PictureForm(request.POST)
    if not told.is_valid():
        raise Refused(str(next(iter(told.errors.values()))[0]))

    def act(viewer: Any, pk: int) -> None:
        services.describe_picture(viewer, pk, **told.cleaned_data)

    return _act(request, picture_id, act, "已保存图片说明。")


@desk
@require_POST
def move(request: DeskRequest, picture_id: int) -> HttpResponse:
    def act(viewer: Any, pk: int) -> None:
        services.move_picture(viewer, pk, earlier=request.POST.get("to") == "earlier")

    return _act(request, picture_id, act, "")


@desk
@require_POST
def remove(request: DeskRequest, picture_id: int) -> HttpResponse:
    undo = reverse("desk:picture_restore", args=[picture_id])
    return _act(request, picture_id, services.remove_picture, "已移除一张图片。", undo)


@desk
@require_POST
def restore(request: DeskRequest, picture_id: int) -> HttpResponse:
    return _act(request, picture_id, services.restore_picture, "已恢复图片。")


def _act(
    request: DeskRequest,
    picture_id: int,
    act: Callable[[Any, int], object],
    said: str,
    undo: str = "",
) -> HttpResponse:
    """Do it and go back to what the picture shows; a refusal becomes a page of its own."""
    picture = selectors.picture(request.viewer, picture_id)
    act(request.viewer, picture_id)
    if said:
        messages.success(request, said, extra_tags=undo)
    kind, record_id = selectors.owner_of(request.viewer, picture)
    return _back(kind, record_id)


def _back(kind: str, record_id: int) -> HttpResponse:
    return HttpResponseRedirect(reverse(f"desk:{kind}", args=[record_id]) + "#pictures")
