"""The facts of a page from its marked sentences; a park is a place without a code, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, groupby, zip_longest

from zhuchao.core.facts.clusters import clusters_of
from zhuchao.core.facts.cutting import Stretch
from zhuchao.core.facts.drafts import Used
from zhuchao.core.facts.events import events_of
from zhuchao.core.facts.goals import goals_in
from zhuchao.core.facts.honours import honours_of
from zhuchao.core.facts.hosts import set_out
from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.lists import slogans_of
from zhuchao.core.facts.marks import Marked
from zhuchao.core.facts.measures import measures_of
from zhuchao.core.facts.notices import notices_of
from zhuchao.core.facts.policies import policies_of
from zhuchao.core.facts.project_rows import share_rows
from zhuchao.core.facts.projects import Project, projects_of
from zhuchao.core.facts.rhythms import rhythms_of
from zhuchao.core.facts.rows import share_out
from zhuchao.core.facts.scenes import scene_of
from zhuchao.core.facts.sentences import said
from zhuchao.core.facts.signers import with_signers
from zhuchao.core.vocabulary.fact import (
    Date,
    Facts,
    Figure,
    Goal,
    Honour,
    Organisation,
    OrganisationKind,
    Person,
    Place,
    Policy,
    ProjectEvent,
)
from zhuchao.core.vocabulary.page import Page
from zhuchao.core.vocabulary.read import Read, State, unknown
from zhuchao.core.vocabulary.term import PlaceRef

SEVERAL = "同名的地方有几个，文中没有写明是哪一个"


def told(
    page: Page, marked_sentences: Iterable[Marked], lexicon: Lexicon, today: date | None
) -> Facts:
    """Everything that the marked sentences of a page state."""
    page_text, marked = page.text, list(marked_sentences)
    headline = [each for each in marked if _is_title(page, each)]
    policies = tuple(policies_of(marked, page_text))
    paragraphs = with_signers(_paragraphs(page, marked, policies))
    body, grouped = list(chain.from_iterable(paragraphs)), _grouped(paragraphs, headline)
    events = tuple(events_of([*headline, *body], grouped, page_text, lexicon, today))
    granting = {policy.sentence for policy in policies}
    aiming = [each for each in marked if each.span not in granting] if granting else marked
    goals = tuple(goals_in(aiming, headline, page_text, today))
    scene = set_out(scene_of(marked, headline, grouped[0], page_text), marked, page_text)
    used = _used(events, goals, policies, today)
    return replace(
        _named(marked, page_text),
        measures=tuple(measures_of(marked, page_text, scene, used)),
        events=events,
        goals=goals,
        slogans=tuple(s for each in marked for s in slogans_of(each, page_text, lexicon)),
        rhythms=tuple(r for each in marked for r in rhythms_of(each, page_text, lexicon)),
        clusters=tuple(
            cluster
            for each, after in zip_longest(marked, marked[1:])
            for cluster in clusters_of(each, after, page_text)
        ),
        honours=_each_once(honours_of(marked, page_text, lexicon)),
        policies=policies,
        notices=tuple(notices_of(headline, marked, page_text)),
    )


def _grouped(
    paragraphs: Sequence[Sequence[Marked]], headline: Sequence[Marked]
) -> tuple[Sequence[Project], Sequence[Stretch]]:
    """The projects, with what rows of them are told in order, and the stretches of none."""
    projects, common = projects_of(paragraphs, headline)
    share_rows(paragraphs, projects)
    share_out(paragraphs, projects)
    return projects, common


def _each_once(honours: Iterable[Honour]) -> tuple[Honour, ...]:
    """What the text and its roll both tell, once."""
    found: dict[tuple[str | None, str | None], Honour] = {}
    for each in honours:
        found.setdefault((each.who.value if each.who else None, each.what.value), each)
    return tuple(found.values())


def _named(marked: Sequence[Marked], page_text: str) -> Facts:
    """What each sentence names by itself: figures, dates, organisations, places, people."""
    return Facts(
        figures=tuple(figure for each in marked for figure in _figures(each)),
        dates=tuple(Date(d.read(each.sentence), each.span) for each in marked for d in each.dates),
        organisations=tuple(org for each in marked for org in _organisations(each, page_text)),
        places=tuple(place for each in marked for place in _places(each, page_text)),
        people=tuple(person for each in marked for person in _people(each, page_text)),
    )


def _paragraphs(
    page: Page, marked: Sequence[Marked], policies: Sequence[Policy]
) -> list[list[Marked]]:
    """The body's paragraphs, without sentences that grant something: those tell of no project."""
    granting = {policy.sentence for policy in policies}
    body = [each for each in marked if not _is_title(page, each)]
    body = [each for each in body if each.span not in granting] if granting else body
    return [list(group) for _, group in groupby(body, lambda m: m.sentence.paragraph)]


def _used(
    events: Sequence[ProjectEvent],
    goals: Sequence[Goal],
    policies: Sequence[Policy],
    today: date | None,
) -> Used:
    """What measures are not to tell again."""
    return Used(
        frozenset(read.span for e in events for read in (e.total, e.land) if read and read.span),
        frozenset(goal.goal.span for goal in goals if goal.goal.span),
        frozenset(policy.sentence for policy in policies),
        frozenset(e.total.value for e in events if e.total and e.total.value is not None),
        today,
    )


def _is_title(page: Page, marked: Marked) -> bool:
    return page.title.span is not None and page.title.span.covers(marked.span)


def _figures(marked: Marked) -> Iterator[Figure]:
    for each in marked.amounts:
        yield Figure(each.dimension, each.read(marked.sentence), marked.span, each.bound, each.high)


def _organisations(marked: Marked, page_text: str) -> Iterator[Organisation]:
    for each in marked.organisations:
        name = said(marked.sentence, page_text, each.start, each.end)
        if each.why:
            name = Read(each.name, State.INFERRED, name.span, why=each.why)
        yield Organisation(name, each.kind, marked.span)


def _places(marked: Marked, page_text: str) -> Iterator[Place]:
    parks = [each for each in marked.organisations if each.kind is OrganisationKind.PARK]
    for park in parks:
        name = said(marked.sentence, page_text, park.start, park.end)
        yield Place(Read(PlaceRef(park.name, ""), State.GIVEN, name.span), marked.span)
    for each in marked.places:
        quoted = said(marked.sentence, page_text, each.start, each.end)
        if len(each.codes) > 1:
            yield Place(unknown(SEVERAL, quoted.span), marked.span)
        else:
            place = PlaceRef(quoted.value or "", each.codes[0] if each.codes else "")
            yield Place(Read(place, State.GIVEN, quoted.span), marked.span)


def _people(marked: Marked, page_text: str) -> Iterator[Person]:
    for each in marked.people:
        titles = tuple(
            marked.sentence.span_of(start, end).of(page_text) for start, end in each.titles
        )
        name = said(marked.sentence, page_text, each.start, each.end)
        yield Person(name, titles, marked.span)
