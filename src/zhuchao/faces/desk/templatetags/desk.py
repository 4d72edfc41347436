"""``{% load desk %}``: the navigation as the viewer's rights allow."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from django import template
from django.urls import reverse
from django.utils.html import format_html

from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.firms import ShownFirm, firm_shown
from zhuchao.core.ageing import Age
from zhuchao.faces.hand.words import word

if TYPE_CHECKING:
    from zhuchao.apps.projects.models import Project

register = template.Library()

IN_THE_BAR = 4


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the navigation; a wide one hides under 更多 on a phone."""

    address: str
    label: str
    letter: str
    icon: str
    is_here: bool
    is_wide: bool


@cache
def _places() -> list[dict[str, str]]:
    source = files("zhuchao.faces.desk").joinpath("navigation.toml").read_text("utf-8")
    places: list[dict[str, str]] = tomllib.loads(source)["place"]
    return places


def _may_see(viewer: Viewer, place: dict[str, str]) -> bool:
    return "subject" not in place or can(viewer, Subject(place["subject"]), Act.SEE)


@register.simple_tag(takes_context=True)
def navigation(context: dict[str, Any]) -> list[Place]:
    """The places that the viewer may see, the present one named."""
    request = context["request"]
    seen = [place for place in _places() if _may_see(request.viewer, place)]
    home = reverse("desk:home")
    found = []
    for number, place in enumerate(seen):
        address = reverse(f"desk:{place['name']}")
        is_here = request.path.startswith(address) if address != home else request.path == home
        wide = number >= IN_THE_BAR
        found.append(Place(address, place["label"], place["letter"], place["icon"], is_here, wide))
    return found


@register.simple_tag(takes_context=True)
def firm_of(context: dict[str, Any], project: Project) -> ShownFirm:
    """The firm of a project as far as the viewer may know it."""
    return firm_shown(context["request"].viewer, project)


@register.simple_tag
def age_mark(age: Age | None) -> str:
    """How many days something has waited; a wait that is too long with its shape and word."""
    if age is None:
        return ""
    days = f"{age.days} 天" if age.days else "今天"
    shown = word("wait", age.wait.value)
    if not shown.shape:
        return days
    shape = format_html('<span class="tag__shape" aria-hidden="true">{}</span>', shown.shape)
    return format_html(
        '<span class="tag tag--{}">{}{} {}</span>',
        shown.tone,
        shape,
        days,
        shown.text,
    )


@register.filter
def role_names(viewer: Viewer) -> str:
    return "、".join(sorted(word("role", role.value).text for role in viewer.roles))
