"""``{% load portal %}``: what a page of the tree shows besides itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.http import HttpRequest
from django.template import RequestContext
from django.utils import timezone

from zhuchao.faces.hand.moments import date_cn
from zhuchao.faces.portal import fronts

if TYPE_CHECKING:
    from zhuchao.apps.publishing.models import ArticlePage, ChannelPage

register = template.Library()

WEEKDAYS = "一二三四五六日"


@register.simple_tag
def frame() -> fronts.Frame:
    return fronts.frame()


@register.simple_tag
def front() -> fronts.Front:
    return fronts.front()


@register.simple_tag
def today() -> str:
    """2026年3月31日 星期二."""
    day = timezone.localdate()
    return f"{date_cn(day)} 星期{WEEKDAYS[day.weekday()]}"


@register.simple_tag(takes_context=True)
def channel_page(context: RequestContext, channel: ChannelPage) -> Any:
    request: HttpRequest = context["request"]
    return fronts.channel_page(channel, request.GET.get("page"))


@register.simple_tag
def related(article: ArticlePage) -> list[ArticlePage]:
    return fronts.related(article)


@register.simple_tag(takes_context=True)
def ancestors(context: RequestContext, page: Any) -> Any:
    """The pages above, from the first page down."""
    return page.get_ancestors().filter(depth__gt=1).live()


@register.simple_tag(takes_context=True)
def absolute(context: RequestContext, path: str = "") -> str:
    """The full address of ``path``, or of this page without its query."""
    request: HttpRequest = context["request"]
    return request.build_absolute_uri(path or request.path)
