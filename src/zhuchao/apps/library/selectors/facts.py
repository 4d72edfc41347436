"""What a page states, beside what other pages state of the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from zhuchao.apps.library.models import Fact, ReadPage
from zhuchao.apps.library.selectors.pages import HEAVY, read_page
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.core.errors import NotFound
from zhuchao.core.facts.agreeing import agree
from zhuchao.core.vocabulary.fact import Bound

# A fact that more pages state needs no further source, and a page shows no more.
MOST_OTHERS = 500


@dataclass(frozen=True, slots=True)
class Stated:
    """One fact of a page: its mentions there, who else states it, and who states otherwise."""

    mentions: tuple[Fact, ...]
    sources: tuple[Fact, ...]
    against: tuple[Fact, ...]

    @property
    def fact(self) -> Fact:
        return self.mentions[0]


def stated(viewer: Viewer, page: ReadPage) -> list[Stated]:
    """The page's facts in the order of the text, each once; two queries whatever they are."""
    own = list(page.facts.order_by("start", "pk"))
    others = _others(viewer, page, own)
    together: dict[object, list[Fact]] = {}
    for each in own:
        together.setdefault(each.key or each.pk, []).append(each)
    return [_beside(page, mentions, others) for mentions in together.values()]


def fact(viewer: Viewer, fact_id: int) -> Fact:
    """With its page. Raises: NotFound, also where the page is not the viewer's to see."""
    found = Fact.objects.select_related("page").filter(pk=fact_id).first()
    if found is None:
        raise NotFound("没有这条事实，网页可能刚被更正过")
    read_page(viewer, found.page_id)
    return found


def _others(viewer: Viewer, page: ReadPage, own: Sequence[Fact]) -> list[Fact]:
    told = [each for each in own if each.kind in (Fact.Kind.MEASURE, Fact.Kind.EVENT)]
    keys = {each.key for each in told if each.key}
    topics = {each.topic for each in told if each.topic}
    if not keys | topics:
        return []
    visible = narrow(viewer, ReadPage.objects.order_by(), Subject.PAGE).values("pk")
    found = Fact.objects.filter(Q(key__in=keys) | Q(topic__in=topics), page__in=visible)
    found = found.exclude(page=page).select_related("page")
    found = found.defer(*(f"page__{name}" for name in HEAVY))
    return list(found.order_by("-page__published_on", "pk")[:MOST_OTHERS])


def _beside(page: ReadPage, mentions: Sequence[Fact], others: Iterable[Fact]) -> Stated:
    first = mentions[0]
    same = [each for each in others if _is_same(page, first, each)]
    against = [each for each in others if _is_against(first, each)]
    return Stated(tuple(mentions), _one_a_page(same), _one_a_page(against))


def _is_same(page: ReadPage, fact: Fact, other: Fact) -> bool:
    """What names no topic is the same only where the whole text is."""
    is_repost = page.cluster_id is not None and other.page.cluster_id == page.cluster_id
    is_told_so = fact.key == other.key and not _is_against(fact, other)
    return bool(fact.key) and is_told_so and (is_repost or bool(fact.topic))


def _is_against(fact: Fact, other: Fact) -> bool:
    if not fact.topic or fact.topic != other.topic or None in (fact.amount, other.amount):
        return False
    return not agree(fact.amount or 0, _bound(fact), other.amount or 0, _bound(other))


def _bound(fact: Fact) -> Bound | None:
    told = fact.value.get("bound")
    return Bound(told) if told else None


def _one_a_page(found: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple({each.page_id: each for each in found}.values())
