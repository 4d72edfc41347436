"""``{% load hand %}``: figures, terms, dates and state marks as both faces show them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from lucide.templatetags.lucide import lucide

from zhuchao.core.scoring.wording import plain
from zhuchao.core.text.searched import Piece
from zhuchao.core.vocabulary.read import Read
from zhuchao.core.vocabulary.tables import FieldSpec
from zhuchao.core.vocabulary.term import Amount, Term
from zhuchao.faces.hand import codes, figures, masks, moments, terms
from zhuchao.faces.hand.words import word as look_up

register = template.Library()

TAG = '<span class="tag{}">{}{}</span>'
FIGURE = '<data value="{}" title="{}">{}{}</data>'
QUIET = '<span class="quiet">{}</span>'
MARKED, PLAIN = "<mark>{}</mark>", "{}"
UNIT = '<span class="unit">{}</span>'


def as_figure(shown: figures.Shown) -> SafeString:
    unit = format_html(UNIT, shown.unit) if shown.unit else ""
    return format_html(FIGURE, shown.exact, shown.exact, shown.figure, unit)


@register.simple_tag
@cache
def icon(name: str, *, size: int) -> str:
    """A drawing that no screen reader reads; made once, for a list shows hundreds."""
    return lucide(name, size=size, aria_hidden="true")


@register.filter
def pieces(told: Iterable[Piece]) -> SafeString:
    """A text of which some pieces were found."""
    shown = ((MARKED if each.is_found else PLAIN, each.text) for each in told)
    return mark_safe("".join(format_html(form, text) for form, text in shown))  # noqa: S308


@register.filter
def amount(number: float | None, unit: str = "") -> str:
    """A figure with its unit, 万 or 亿 by size, the exact figure on hover."""
    return "" if number is None else as_figure(figures.show(float(number), unit))


@register.filter
def score(number: Decimal | None) -> str:
    """A score without closing noughts."""
    return "未知" if number is None else plain(number)


@register.filter
def percent(share: Decimal) -> str:
    """A share of one in percent, also above 100; one decimal."""
    return f"{figures.plain(float(share) * 100, 1)}%"


@register.filter
def in_mu(square_metres: float | None) -> str:
    """An area of land in 亩, the square metres on hover."""
    if square_metres is None:
        return ""
    return as_figure(figures.show_land(Amount(square_metres, square_metres)))


@register.filter
def figure(shown: figures.Shown | None) -> str:
    """A figure with its unit; 待确认 where it is not known."""
    return as_figure(shown) if shown is not None else "待确认"


@register.filter
def term_value(term: Term) -> str:
    """A term's value in words; empty when unknown."""
    return as_figure(terms.show_term(term)) if term.read.is_known else ""


@register.filter
def term_label(term: Term) -> str:
    floor = terms.floor_of(term)
    label = terms.label_of(term.key)
    return f"{label}（{floor}）" if floor else label


@register.filter
def term_aside(term: Term) -> str:
    """The figure in the field's usual unit with its convention, or the trade's class."""
    return terms.aside_of(term)


@register.filter
def unit_of(spec: FieldSpec) -> str:
    return terms.unit_of(spec)


@register.filter
def in_order(known: Iterable[Term]) -> list[Term]:
    return terms.in_order(known)


@register.filter
def qr(address: str, label: str = "本页的二维码") -> str:
    """The address as a QR code."""
    return codes.qr(address, label)


@register.filter
def masked(text: str) -> str:
    """A covered name or number as three stars: its length is nobody's business."""
    return masks.shorten(text)


@register.filter
def term_of(known: Iterable[Term], keys: str) -> str:
    """``terms|term_of:"area land_area"``: the first of these that is told, or a quiet 未知."""
    told = list(known)
    found = next(filter(None, (terms.find_term(told, key) for key in keys.split())), None)
    return as_figure(terms.show_term(found)) if found else format_html(QUIET, "未知")


@register.filter(name="date_cn")
def show_date(day: date | datetime | None) -> str:
    if isinstance(day, datetime) and timezone.is_aware(day):
        day = timezone.localtime(day)
    return moments.date_cn(day)


@register.filter
def moment(at: datetime | None) -> str:
    """Relative time, the absolute on hover."""
    if at is None:
        return ""
    local = timezone.localtime(at) if timezone.is_aware(at) else timezone.make_aware(at)
    said = moments.ago(local, timezone.now())
    return format_html(
        '<time datetime="{}" title="{}">{}</time>',
        local.isoformat(),
        moments.moment_cn(local),
        said,
    )


@register.filter
def at_time(at: datetime) -> str:
    """An appointment's day and time, the year on hover."""
    local = timezone.localtime(at)
    return format_html(
        '<time datetime="{}" title="{}">{}</time>',
        local.isoformat(),
        moments.moment_cn(local),
        moments.moment_short(local),
    )


@register.filter
def word(key: object, kind: str) -> str:
    """``state|word:"offer"``: the Chinese word alone."""
    return look_up(kind, key).text


@register.simple_tag
def state_mark(kind: str, key: object) -> str:
    """A tag with the word and shape of a state."""
    shown = look_up(kind, key)
    shape = format_html('<span class="tag__shape" aria-hidden="true">{}</span>', shown.shape)
    tone = f" tag--{shown.tone}" if shown.tone else ""
    return format_html(TAG, tone, shape if shown.shape else "", shown.text)


@register.simple_tag
def verdict_mark(verdict: str) -> str:
    """The sign and word of how one condition stands, without the frame of a tag."""
    shown = look_up("verdict", verdict)
    return format_html(
        '<span class="verdict verdict--{}"><span aria-hidden="true">{}</span> {}</span>',
        verdict,
        shown.shape,
        shown.text,
    )


@register.simple_tag
def read_mark(read: Read[object]) -> str:
    """Solid, dashed or empty: how a value is known, and why."""
    shown = look_up("read", read.state.value).text
    return format_html(
        '<span class="state state--{}" title="{}">{}</span>', read.state.value, read.why, shown
    )
