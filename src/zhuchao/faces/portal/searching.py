"""The portal's search as its address says it: every kind of content, marked and in pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from zhuchao.apps.people.sought import seen_by
from zhuchao.apps.people.viewer import PUBLIC, Subject
from zhuchao.apps.properties.selectors import offers
from zhuchao.apps.publishing import selectors as publishing
from zhuchao.core.text.searched import Piece, excerpt, marked
from zhuchao.faces.hand.sheets import Classified, classified
from zhuchao.faces.hand.words import word
from zhuchao.faces.portal.answers import Answers
from zhuchao.faces.portal.finding import OFFER, offers_seen
from zhuchao.faces.portal.fronts import region_of
from zhuchao.faces.portal.offer_filters import LONGEST_QUESTION
from zhuchao.ground.finding import Question, SearchIndex, Seen, Sort
from zhuchao.ground.finding.house import fresh_index, spelling

if TYPE_CHECKING:
    from django.core.paginator import Page

    from zhuchao.apps.publishing.models import HomePage

ENTRIES = ("article", "policy", "notice", "profile", "agent")
KINDS = ("offer", *ENTRIES)
EXCERPT = 120
ORDERS = ((Sort.NEAREST, "最相关"), (Sort.NEWEST, "最新"))


class Tab(NamedTuple):
    """A kind of content with how much of it there is; ``query`` shows it alone."""

    label: str
    total: int
    query: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that was found; ``offer`` is set where it is one."""

    kind: str
    address: str
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]
    source: str
    on: date | None
    offer: Classified | None = None


@dataclass(frozen=True)
class Searched:
    """One page of an answer; ``q`` is as it was asked, cut where it was too long."""

    q: str
    words: tuple[str, ...]
    is_cut: bool
    kind: str
    sort: str
    tabs: list[Tab]
    orders: list[Tab]
    page: Page[Any] | None
    items: list[Answer]
    offers_query: str
    shorter: list[Tab]

    @property
    def total(self) -> int:
        return 0 if self.page is None else self.page.paginator.count


def search(query: QueryDict, home: HomePage | None) -> Searched:
    """What a site tells of the words of the query.

    Raises: Busy, while the index of a large house is made.
    """
    typed = " ".join(query.get("q", "").split())
    q, kind, sort = typed[:LONGEST_QUESTION], query.get("in", ""), query.get("sort", "")
    kind = kind if kind in KINDS else ""
    sort = sort if sort in [key for key, _ in ORDERS] else Sort.NEAREST
    words = spelling().words(q)
    is_cut, offers_query = len(typed) > len(q), _query(q=q)
    if not words:
        return Searched(q, (), is_cut, kind, sort, [], [], None, [], offers_query, [])
    index = fresh_index()
    whole = Question(words, _seen(home, KINDS), sort=sort)
    narrowed = replace(whole, seen=_seen(home, (kind,) if kind else KINDS))
    page = Answers(index, narrowed).page(query.get("page"))
    return Searched(
        q, words, is_cut, kind, sort,
        _tabs(index, whole, q, kind, sort), _orders(q, kind, sort),
        page, _answers(list(page), words), offers_query,
        [] if page.paginator.count else _shorter(index, whole),
    )  # fmt: skip


def _seen(home: HomePage | None, kinds: tuple[str, ...]) -> tuple[Seen, ...]:
    """What a visitor of a site may see of these kinds; of all of them by one word if it can be."""
    entries = tuple(each for each in ENTRIES if each in kinds)
    found: tuple[Seen, ...] = offers_seen(region_of(home)) if OFFER in kinds else ()
    seen = seen_by(PUBLIC, Subject.ARTICLE, entries) if entries else None
    if seen is not None:
        within = publishing.site_to_search(PUBLIC, home) if home is not None else ""
        found = (replace(seen, within=within), *found)
    is_all = kinds == KINDS and len(found) == 2 and not any(each.within for each in found)
    # One word for all is quickest.
    return (Seen((), found[0].who),) if is_all else found


def _tabs(index: SearchIndex, whole: Question, q: str, kind: str, sort: str) -> list[Tab]:
    counts = index.kinds(whole)
    every = Tab("全部", sum(counts.values()), _query(q=q, sort=sort), not kind)
    return [every] + [
        Tab(word("found", each).text, counts.get(each, 0),
            _query(q=q, **{"in": each}, sort=sort), each == kind)
        for each in KINDS
        if counts.get(each) or each == kind
    ]  # fmt: skip


def _shorter(index: SearchIndex, whole: Question) -> list[Tab]:
    """Parts of what was asked of which there is something, for a question that finds nothing."""
    if len(whole.words) > 1:
        parts = list(whole.words)
    else:
        word, half = whole.words[0], len(whole.words[0]) // 2
        parts = [word[:half], word[half:], word[:2], word[-2:]]
    wanted = dict.fromkeys(each for each in parts if len(each) > 1 and (each,) != whole.words)
    counts = {each: index.count(replace(whole, words=(each,))) for each in wanted}
    return [Tab(each, count, _query(q=each), False) for each, count in counts.items() if count]


def _orders(q: str, kind: str, sort: str) -> list[Tab]:
    return [
        Tab(label, 0, _query(q=q, **{"in": kind}, sort=key), key == sort) for key, label in ORDERS
    ]


def _query(**told: str) -> str:
    query = QueryDict(mutable=True)
    for name, value in told.items():
        if value and value != Sort.NEAREST:
            query[name] = value
    return query.urlencode()


def _answers(keys: list[tuple[str, int]], words: tuple[str, ...]) -> list[Answer]:
    """What is before the public at this moment, whatever the index says."""
    offer_ids = [pk for name, pk in keys if name == "offer"]
    entry_ids = [pk for name, pk in keys if name == "entry"]
    found: dict[tuple[str, int], Answer] = {}
    for offer in offers(PUBLIC).filter(pk__in=offer_ids):
        found["offer", offer.pk] = _of_offer(offer, words)
    for page in publishing.entries_whole(PUBLIC, entry_ids):
        found["entry", page.pk] = _of_entry(page, words)
    return [found[key] for key in keys if key in found]


def _of_offer(offer: Any, words: tuple[str, ...]) -> Answer:
    item = classified(offer)
    address = reverse("portal:offer", args=[offer.code])
    on = timezone.localdate(offer.created_at)
    return Answer("offer", address, marked(item.title, words, spelling()), (), "", on, item)


def _of_entry(page: Any, words: tuple[str, ...]) -> Answer:
    told = publishing.words_of(PUBLIC, page).replace("\n", "　")
    text = excerpt(told, words, spelling(), length=EXCERPT)
    kind = page.cached_content_type.model.removesuffix("page")
    title = marked(page.title, words, spelling())
    return Answer(kind, page.url, title, text, page.source, page.listed_on)
