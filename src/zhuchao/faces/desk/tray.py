"""The list of enquiries as its address narrows it: by state, owner and age."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from zhuchao.apps.enquiries import selectors
from zhuchao.apps.people.selectors import people_of
from zhuchao.faces.desk.access import DeskRequest

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from zhuchao.apps.enquiries.models import Enquiry
    from zhuchao.apps.people.viewer import Viewer

MINE, TRAY = "mine", "tray"
# Calendar days that something open has waited, as the address names them.
WAITS = {"3": "等了 3 天以上", "7": "等了 7 天以上", "14": "等了 14 天以上", "30": "等了 30 天以上"}


def narrowed(request: DeskRequest) -> QuerySet[Enquiry]:
    """What the address asks for; who asks for an age means what is still open."""
    state, owner, wait = (request.GET.get(name, "") for name in ("state", "owner", "age"))
    is_old = wait in WAITS
    states: tuple[str, ...] = selectors.OPEN if is_old else ()
    return selectors.enquiries(
        request.viewer,
        states=(state,) if state else states,
        owner_id=_owner_id(request.viewer, owner),
        is_unowned=owner == TRAY,
        received_until=timezone.now() - timedelta(days=int(wait)) if is_old else None,
        q=request.GET.get("q", ""),
    )


def selects(request: DeskRequest) -> list[dict[str, Any]]:
    """The choices beside the search: whose, and how long it has waited."""
    people = people_of(request.viewer).exclude(pk=request.viewer.person_id or 0)
    names = [(str(number), name) for number, name in people.values_list("pk", "display_name")]
    owners = [(MINE, "我承办的"), (TRAY, "待认领"), *names]
    return [
        {"name": name, "label": label, "options": options, "chosen": request.GET.get(name, "")}
        for name, label, options in (
            ("owner", "承办", owners),
            ("age", "时长", list(WAITS.items())),
        )
    ]


def _owner_id(viewer: Viewer, owner: str) -> int | None:
    if owner == MINE:
        return viewer.person_id or 0
    return int(owner) if owner.isdecimal() and len(owner) < 10 else None
