"""Project events: who puts what where, at which step, as a plan or as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from zhuchao.core.facts.cutting import Stretch
from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.marks import Marked
from zhuchao.core.facts.parties import Setting
from zhuchao.core.facts.projects import Project
from zhuchao.core.facts.sentences import Sentence, said
from zhuchao.core.facts.slots import Slots, slots_of
from zhuchao.core.facts.step import Step, phase_of
from zhuchao.core.facts.step_days import day_before
from zhuchao.core.facts.steps import collective_steps, steps_of
from zhuchao.core.facts.stretches import firms_in
from zhuchao.core.vocabulary.fact import Period, ProjectEvent, ProjectStep
from zhuchao.core.vocabulary.read import Read


def events_of(
    page: Sequence[Marked],
    grouped: tuple[Sequence[Project], Sequence[Stretch]],
    page_text: str,
    lexicon: Lexicon,
    today: date | None,
) -> Iterator[ProjectEvent]:
    """The events of a page's body: project by project, the main one of each first.

    Sums and land stand with the main one alone.
    """
    projects, common = grouped
    if not projects:
        return
    together = collective_steps(common, lexicon, today)
    names = _written(page, page_text)
    for project in projects:
        steps = steps_of(project, together, lexicon, today)
        if not steps or not project.stretches:
            continue
        own = _open_to(project, projects, page)
        main = _main(steps, project.called)
        setting = replace(
            _setting(project, projects, own, steps), main=main.key, names=names, page=page
        )
        slots = _with_other_side(slots_of(project, setting, page_text), setting)
        if slots.investor is None and slots.company is None and slots.project is None:
            continue
        yield from (
            _event(step, slots, page_text, (step is main, _on(step, own, is_main=step is main)))
            for step in steps
        )


def _setting(
    project: Project, projects: Sequence[Project], own: Sequence[Marked], steps: Sequence[Step]
) -> Setting:
    """What surrounds a project."""
    return Setting(
        earlier=[m for m in own if m.span <= project.stretches[0].marked.span],
        main=steps[0].key,
        steps=frozenset(step.key for step in steps),
        others=_firms_of(each for each in projects if each is not project),
    )


def _with_other_side(slots: Slots, setting: Setting) -> Slots:
    """Somebody stands on the other side where it was signed, talked of or bought."""
    return slots if setting.steps & SIGNED else replace(slots, counterparty=None)


def _open_to(project: Project, projects: Iterable[Project], page: Sequence[Marked]) -> list[Marked]:
    """The page without the sentences that are other projects' alone; the first that tells of any
    opens the news for all."""
    own = {stretch.marked.span for stretch in project.stretches}
    others = {
        stretch.marked.span
        for each in projects
        if each is not project
        for stretch in each.stretches
    }
    first = min(others | own)
    at = min(project.stretches, key=lambda s: s.marked.span).marked.sentence.paragraph
    is_near = any(m.span == first and m.sentence.paragraph == at for m in page)
    others -= own | ({first} if is_near else set())
    return [marked for marked in page if marked.span not in others]


def _written(page: Iterable[Marked], page_text: str) -> dict[str, str]:
    """Each organisation's folded full name as the page writes it."""
    found: dict[str, str] = {}
    for marked in page:
        for each in marked.organisations:
            if not each.why:
                told = said(marked.sentence, page_text, each.start, each.end)
                found.setdefault(each.name, told.value or each.name)
    return found


def _firms_of(projects: Iterable[Project]) -> frozenset[str]:
    return frozenset(
        each.name
        for project in projects
        for stretch in project.stretches
        for each in firms_in(stretch)
    )


def _main(steps: Sequence[Step], called: str) -> Step:
    """The furthest that is a fact of the whole project, else of a part, else the first told."""
    order = list(ProjectStep)
    facts = [each for each in steps if not each.is_intention]
    facts = [each for each in facts if phase_of(each, called) is None] or facts
    return max(facts, key=lambda s: (order.index(s.key), s.agreement == "formal"), default=steps[0])


def _on(step: Step, page: Sequence[Marked], *, is_main: bool) -> Read[Period] | None:
    """The day of the step; the main one's may be the last that the text tells before it."""
    if step.on is not None:
        return step.on.read(step.sentence)
    told = step.sentence.span_of(step.said.start, step.said.end)
    is_dated = is_main and step.key is not ProjectStep.BUILD
    day = day_before(page, told) if is_dated else None
    if day is None or (step.key is ProjectStep.PLAN and not _is_decision(day[0], step)):
        return None
    return day[1].read(day[0])


def _is_decision(told: Sentence, step: Step) -> bool:
    """A plan's day is the one of its decision, not of what else the page reports."""
    return told is step.sentence or bool(DECISION.search(told.text))


def _event(
    step: Step, slots: Slots, page_text: str, told: tuple[bool, Read[Period] | None]
) -> ProjectEvent:
    is_main, on = told
    is_before = step.key is ProjectStep.PLAN and not is_main
    phase = phase_of(step, slots.called)
    if phase is not None:
        slots = slots.of_phase(phase, step.sentence, page_text)
    is_main = is_main or phase is not None
    # An agreement of no project, a fund: these stand nowhere.
    is_placed = slots.project is not None or step.key is not ProjectStep.SIGN
    is_placed = is_placed and not slots.called.endswith(("基金", "实验室"))
    return ProjectEvent(
        step=step.key,
        said=said(step.sentence, page_text, step.said.start, step.said.end),
        sentence=step.sentence.span,
        agreement=step.agreement,
        is_intention=step.is_intention,
        investor=slots.investor,
        company=slots.company,
        counterparty=None if is_before else _other_side(step, slots),
        project=slots.project,
        total=slots.total if is_main else None,
        land=slots.land if is_main else None,
        place=slots.place if is_placed else None,
        site=slots.site if is_placed else None,
        on=on,
        trade=slots.trade,
    )


def _other_side(step: Step, slots: Slots) -> Read[str] | None:
    """Land is sold by the land office, whoever signed the agreement."""
    sells = step.key is ProjectStep.LAND and slots.counterparty is not None
    return (slots.seller if sells else None) or slots.counterparty


DECISION = re.compile(
    r"常务会议|专题会|联审会|评审会|准入|党组会|主持召开|董事会|股东大?会|审议|决定|批准|批复|公告|签"
)
# At these steps somebody stands on the other side.
SIGNED = frozenset({ProjectStep.PLAN, ProjectStep.TALK, ProjectStep.SIGN, ProjectStep.LAND})
