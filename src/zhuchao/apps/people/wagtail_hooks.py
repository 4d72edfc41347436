"""What the editors' admin must not offer: people and groups, which are kept here."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem

CLOSED = frozenset({"users", "groups"})


@hooks.register("construct_settings_menu")  # type: ignore[untyped-decorator]
def leave_people_out(request: HttpRequest, items: list[MenuItem]) -> None:
    """Their addresses are closed, so the menu does not name them."""
    items[:] = [item for item in items if item.name not in CLOSED]
