"""``{% load portal %}``: what a page of the tree shows besides itself."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template import Context, RequestContext
from django.template.base import FilterExpression, Parser, Token
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.publishing import selectors
from zhuchao.apps.publishing.judging.selectors import levels_of
from zhuchao.apps.publishing.rendering.edition import of_each, once
from zhuchao.faces.hand.moments import date_cn
from zhuchao.faces.hand.words import word
from zhuchao.faces.portal import addressing, fronts, linked, readers, sharing

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Offer
    from zhuchao.apps.publishing.models import ArticlePage, ChannelPage, HomePage

register = template.Library()

WEEKDAYS = "一二三四五六日"


@register.simple_tag(takes_context=True)
def frame(context: RequestContext) -> fronts.Frame:
    request: HttpRequest | None = context.get("request")
    return fronts.frame(fronts.home_of(request) if request is not None else None)


@register.simple_tag(takes_context=True)
def place(context: RequestContext) -> str | int:
    """Which entry of the masthead leads to this page; empty for none."""
    return fronts.place(context["frame"], context.get("request"), context.get("page"))


class AlikeNode(template.Node):
    """What comes out the same wherever ``keys`` are: rendered once in an edition."""

    child_nodelists = ("nodelist",)

    def __init__(self, nodelist: template.NodeList, name: str, keys: list[FilterExpression]):
        self.nodelist, self.name, self.keys = nodelist, name, keys

    def render(self, context: Context) -> SafeString:
        keys = [each.resolve(context) for each in self.keys]
        return once(("alike", self.name, *keys), lambda: self.nodelist.render(context))


@register.tag
def alike(parser: Parser, token: Token) -> AlikeNode:
    """``{% alike NAME KEY ... %}``: what stands up to ``endalike`` depends on the keys alone."""
    _, name, *keys = token.split_contents()
    nodelist = parser.parse(("endalike",))
    parser.delete_first_token()
    return AlikeNode(nodelist, name, [parser.compile_filter(each) for each in keys])


@register.simple_tag
def front(home: HomePage) -> fronts.Front:
    return fronts.front(home)


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
def heard(context: RequestContext, article: ArticlePage) -> readers.Heard:
    return readers.heard(article, context["frame"].home)


@register.simple_tag(takes_context=True)
def credit(context: RequestContext, page: Any) -> Any:
    """The line of copyright that stands under a page."""
    return selectors.credit_of(PUBLIC, page, site=context["site_name"])


@register.simple_tag
def medal(article: ArticlePage) -> str:
    """The level at which the article was judged last; empty while it has not been judged."""
    return of_each("level", article, _levels) or ""


def _levels(articles: Sequence[Any]) -> dict[int, str]:
    return levels_of(PUBLIC, [each.pk for each in articles])


@register.simple_tag
def medal_mark(level: str) -> SafeString:
    """A level by its stars and its word."""
    shown = word("medal", level)
    stars = format_html('<span class="medal__stars" aria-hidden="true">{}</span>', shown.shape)
    return format_html(
        '<span class="medal__mark medal__mark--{}">{} {}</span>', level, stars, shown.text
    )


@register.simple_tag
def ancestors(page: Any) -> list[Any]:
    """The pages above, from the first page down."""
    return above(page)


def above(page: Any) -> list[Any]:
    """Read once for all pages that stand in the same place of the tree."""
    parent = page.path[: -page.steplen]
    return once(("above", parent), lambda: list(page.get_ancestors().filter(depth__gt=1).live()))


@register.simple_tag(takes_context=True)
def absolute(context: RequestContext, path: str = "") -> str:
    """The full address of ``path``, or of this page without its query."""
    request: HttpRequest = context["request"]
    return addressing.absolute(request, path or request.path)


@register.simple_tag(takes_context=True)
def linked_home(context: RequestContext, home: HomePage) -> SafeString:
    """Who publishes the portal, for machines."""
    return _script(_publisher(context, home))


@register.simple_tag(takes_context=True)
def linked_page(context: RequestContext, page: Any) -> SafeString:
    """The way to a page of the tree, and what an article tells of itself, for machines."""
    full = partial(absolute, context)
    steps = [("首页" if each.depth == 2 else each.title, each.url) for each in above(page)]
    found = [linked.breadcrumb([*steps, (page.title, page.url)], full)]
    if hasattr(page, "source_address"):
        found.append(linked.news_article(page, _publisher(context, context["frame"].home), full))
    return _script(*found)


@register.simple_tag(takes_context=True)
def linked_offer(context: RequestContext, offer: Offer, pictures: Any) -> SafeString:
    """The way to an offer and what it tells, for machines."""
    full = partial(absolute, context)
    steps = [
        ("首页", "/"),
        ("房源", reverse("portal:offers")),
        (offer.title, context["request"].path),
    ]
    publisher = _publisher(context, context["frame"].home)
    return _script(linked.breadcrumb(steps, full), linked.listing(offer, pictures, publisher, full))


def _publisher(context: RequestContext, home: HomePage | None) -> linked.Thing:
    return linked.organisation(home, context["site_name"], partial(absolute, context))


def _script(*things: linked.Thing) -> SafeString:
    # Escaped, so that no text can end the element; browsers run none of it.
    return format_html_join(
        "\n",
        '<script type="application/ld+json">{}</script>',
        ((mark_safe(_json(each)),) for each in things),  # noqa: S308
    )


def _json(thing: linked.Thing) -> str:
    written = json.dumps(thing, ensure_ascii=False, separators=(",", ":"))
    return written.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


@register.simple_tag(takes_context=True)
def shared_offer(context: RequestContext, offer: Offer) -> sharing.Shareable:
    """An offer to pass on."""
    return sharing.of_offer(offer, absolute(context))


@register.simple_tag(takes_context=True)
def shared_page(context: RequestContext, page: Any) -> sharing.Shareable:
    """A page of the tree to pass on."""
    return sharing.of_page(page, absolute(context, page.url or ""))


@register.simple_tag
def found_kind(kind: str) -> str:
    """What a kind of content is called where it is found."""
    return word("found", kind).text


@register.simple_tag
def alternates(page: Any) -> list[tuple[str, str]]:
    """The page in its other languages, itself among them: codes and addresses."""
    if not settings.WAGTAIL_I18N_ENABLED:
        return []
    found = page.get_translations(inclusive=True).live().public().select_related("locale")
    listed = [(each.locale.language_code, each.full_url) for each in found]
    return listed if len(listed) > 1 else []


@register.simple_tag
def kept_days() -> int:
    """How long a visitor's personal data are kept at most."""
    return int(settings.ZHUCHAO_ENQUIRY_KEPT_DAYS)
