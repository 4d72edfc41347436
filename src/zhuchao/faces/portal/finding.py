"""The list of offers as its address says it: searched, narrowed, counted and in pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from django.http import QueryDict

from zhuchao.apps.people.sought import seen_by
from zhuchao.apps.people.viewer import PUBLIC, Subject
from zhuchao.apps.properties.figured import UNKNOWN
from zhuchao.apps.properties.selectors import Where, offers, park_named
from zhuchao.core.text.searched import Piece, marked
from zhuchao.faces.hand.sheets import Classified, classified
from zhuchao.faces.portal.answers import Answers
from zhuchao.faces.portal.offer_filters import FACETS, RANGES, OfferFilter, words_for
from zhuchao.ground.finding import Question, SearchIndex, Seen, Sort
from zhuchao.ground.finding.house import fresh_index, spelling

if TYPE_CHECKING:
    from django.core.paginator import Page

OFFER = "offer"
# Steps of which an offer may tell nothing.
TOLD_OR_NOT = ("height", "load", "crane", "power", "fire")
LABELS = {
    "height": "层高", "load": "承重", "crane": "行车", "power": "配电", "fire": "消防等级",
    "area": "面积", "rent": "租金", "total": "总价", "tax": "税收要求",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that narrows the list; ``without`` is the address's query when it is dropped.

    ``left`` is how many there would be then, told where the list is empty.
    """

    words: str
    without: str
    left: int | None = None


@dataclass(frozen=True)
class Found:
    """One page of offers; ``untold`` says how many are left out since they tell nothing of it."""

    form: OfferFilter
    page: Page[Any]
    items: list[tuple[Classified, tuple[Piece, ...]]]
    conditions: list[Condition]
    untold: list[tuple[str, int]]
    link: str

    @property
    def total(self) -> int:
        return self.page.paginator.count


def find(query: QueryDict, region: Where) -> Found:
    """The offers of a site's region that the query asks for.

    Raises: Busy, while the index of a large house is made.
    """
    form, index = OfferFilter(query), fresh_index()
    form.is_valid()
    asking = partial(_question, form, region)
    question = asking()
    _tell_counts(form, index, question)
    page = Answers(index, question).page(query.get("page"))
    is_empty = not page.paginator.count
    return Found(
        form,
        page,
        _items(page, question.words),
        _conditions(form, asking, index if is_empty else None),
        list(_untold(index, question)),
        _told(form).urlencode(),
    )


def offers_seen(region: Where) -> tuple[Seen, ...]:
    """The offers that a visitor of a site of that region may see."""
    seen = seen_by(PUBLIC, Subject.OFFER, (OFFER,))
    if seen is None:
        return ()
    within = f"place={region.region_code}" if region.region_code else ""
    return (replace(seen, within=within),)


def _question(form: OfferFilter, region: Where, but: str = "") -> Question:
    def wish(name: str) -> Any:
        return None if name == but else form.wish(name)

    seen = offers_seen(region)
    facets = {name: str(wish(name)) for name in (*FACETS, "park") if wish(name) is not None}
    ranges: dict[str, tuple[float | None, float | None]] = {}
    if wish("area_from") is not None or wish("area_to") is not None:
        ranges["area"] = (wish("area_from"), wish("area_to"))
    for name in ("rent_to", "total_to", "tax_to"):
        if wish(name) is not None:
            ranges[RANGES[name][0]] = (None, wish(name))
    words = spelling().words(str(wish("q") or ""))
    sort = str(wish("sort") or (Sort.NEAREST if words else Sort.NEWEST))
    return Question(words, seen, facets, ranges, sort)


def _tell_counts(form: OfferFilter, index: SearchIndex, question: Question) -> None:
    """Each facet's counts are those that hold with everything else that was chosen."""
    shared = index.counts(question)
    for name in FACETS:
        chosen = name in question.facets
        form.tell(name, index.counts(question, without=name) if chosen else shared)


def _items(page: Page[Any], words: tuple[str, ...]) -> list[tuple[Classified, tuple[Piece, ...]]]:
    ids = [pk for _, pk in page]
    rows = {each.pk: each for each in offers(PUBLIC).filter(pk__in=ids)}
    shown = [classified(rows[pk]) for pk in ids if pk in rows]
    return [(each, marked(each.title, words, spelling())) for each in shown]


def _untold(index: SearchIndex, question: Question) -> Any:
    for name in TOLD_OR_NOT:
        if name in question.facets:
            count = index.counts(question, without=name).get(f"{name}={UNKNOWN}", 0)
            if count:
                yield LABELS[name], count
    for name in question.ranges:
        count = _unknown(index, question, name)
        if count:
            yield LABELS[name], count


def _unknown(index: SearchIndex, question: Question, name: str) -> int:
    rest = {key: bounds for key, bounds in question.ranges.items() if key != name}
    told: Mapping[str, tuple[float | None, float | None]] = rest | {name: (0.0, None)}
    whole, known = replace(question, ranges=rest), replace(question, ranges=told)
    return index.count(whole) - index.count(known)


def _told(form: OfferFilter) -> QueryDict:
    """What narrows the list, without what was left empty or cannot be read."""
    query = QueryDict(mutable=True)
    for name in form.fields:
        if form.wish(name) is not None:
            query[name] = form.data[name]
    return query


def _conditions(
    form: OfferFilter, asking: Callable[[str], Question], index: SearchIndex | None
) -> list[Condition]:
    """``index`` is asked what would be left without each, where it is given."""
    found = []
    for name in form.fields:
        value = form.wish(name)
        if value is None or name == "sort":
            continue
        query = _told(form)
        del query[name]
        left = None if index is None else index.count(asking(name))
        words = _park_words(value) if name == "park" else words_for(name, value)
        found.append(Condition(words, query.urlencode(), left))
    return found


def _park_words(park_id: int) -> str:
    return f"园区：{park_named(PUBLIC, park_id) or '不明'}"
