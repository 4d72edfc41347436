"""``{% load desk %}``: the navigation as the viewer's rights allow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.utils.html import format_html

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects.firms import ShownFirm, firm_shown
from zhuchao.core.ageing import Age
from zhuchao.faces.desk.places import Navigation, navigation_of
from zhuchao.faces.hand.figures import plain
from zhuchao.faces.hand.words import word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zhuchao.apps.projects.models import Project, ProjectLight

register = template.Library()


@register.simple_tag(takes_context=True)
def navigation(context: dict[str, Any]) -> Navigation:
    """The places that the viewer may see, the present one named."""
    request = context["request"]
    return navigation_of(request.viewer, request.path)


@register.simple_tag(takes_context=True)
def firm_of(context: dict[str, Any], project: Project) -> ShownFirm:
    """The firm of a project as far as the viewer may know it."""
    return firm_shown(context["request"].viewer, project)


@register.simple_tag
def light_of(project: Project, lights: Mapping[int, ProjectLight]) -> ProjectLight | None:
    """The main light of a project out of those that were read for the page."""
    return lights.get(project.pk)


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


@register.filter
def points(told: float) -> str:
    """Percentage points without their sign: whether ahead or behind is said in words."""
    return plain(abs(told), 1)
