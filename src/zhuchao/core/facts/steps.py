"""The steps that a project's stretches tell, each with its day and whether it is yet to come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.marks import Dated, Mark, Marked
from zhuchao.core.facts.projects import Project, Stretch, names_of
from zhuchao.core.facts.sentences import Sentence
from zhuchao.core.vocabulary.fact import ProjectStep, When
from zhuchao.core.vocabulary.read import Span

FORMAL, FRAMEWORK = "formal", "framework"
# 投产后 and 签约率 tell no step; 开工前 tells a time.
TOGETHER = re.compile(r"集中|仪式|同日|(?:\d+|[两三四五六七八九十]+)个[^,，。;；]{0,8}项目")
NO_STEP = re.compile(r"(?:后|前|率|时)|以来|项目\d|(?:亿元|重大|重点)")
FRAME = re.compile(r"框架|意向|备忘录|战略合作")
CONTRACT = re.compile(
    r"正式|投资合同|投资合作协议|投资建设协议|入园协议|(?<!框架)投资协议|项目合同|项目协议"
)
MOOD_REACH = 14


@dataclass(frozen=True, slots=True)
class Step:
    """A step with the sentence and words that tell it."""

    key: ProjectStep
    sentence: Sentence
    said: Mark
    agreement: str
    on: Dated | None
    is_dated: bool
    is_intention: bool


def steps_of(
    project: Project, together: list[Step], lexicon: Lexicon, today: date | None
) -> list[Step]:
    """What is told of the project: every dated step, and the furthest that is a fact.

    Without a fact of its own, what happened ``together`` with others counts; a plan only where
    nothing has happened yet.
    """
    found = [step for each in project.stretches for step in _steps(each, lexicon, today)]
    facts = [s for s in found if not s.is_intention and s.key is not ProjectStep.PLAN]
    order = list(ProjectStep)
    facts, found = _with_common(facts, together), _with_common(found, together)
    furthest = max(facts, key=lambda s: order.index(s.key), default=None)
    early = [s for s in found if s.key in (ProjectStep.TALK, ProjectStep.PLAN)]
    kept: dict[ProjectStep, Step] = {}
    for step in found:
        is_early = step.key in (ProjectStep.TALK, ProjectStep.PLAN)
        if step is furthest or (step.is_dated and not is_early):
            kept.setdefault(step.key, step)
    if furthest is None and early:
        main = min(early, key=lambda s: s.key is not ProjectStep.TALK)
        kept = {main.key: main, **kept}
    return list(kept.values())


def _with_common(own: list[Step], together: list[Step]) -> list[Step]:
    """The project's own steps, and what it shares where they are past and that is further on."""
    order, facts = list(ProjectStep), [step for step in own if not step.is_intention]
    if not all(step.is_dated for step in facts):
        return own
    reached = max((order.index(step.key) for step in facts), default=-1)
    return [*own, *(step for step in together if order.index(step.key) > reached)]


def _steps(stretch: Stretch, lexicon: Lexicon, today: date | None) -> Iterator[Step]:
    text, names = stretch.marked.text, names_of(stretch.marked)
    for at, word in lexicon.words("stage").found(stretch.text):
        start = stretch.start + at
        end = start + len(word)
        is_counted = text[start - 1 : start] == "新" or text[start - 2 : start] == "累计"
        if is_counted or NO_STEP.match(text, end) or any(n.start <= start < n.end for n in names):
            continue
        lexeme = lexicon.words("stage")[word]
        key = ProjectStep(lexeme.key)
        on, is_own = _date_of(stretch, start, end)
        clause = text[_clause_start(text, start) : end]
        yield Step(
            key=key,
            sentence=stretch.marked.sentence,
            said=Mark(start, end),
            agreement=_agreement(key, lexeme.value, text, (start, end)),
            on=on,
            is_dated=is_own,
            is_intention=_is_intention(key, clause, lexicon) or _is_ahead(on, today),
        )


def _agreement(key: ProjectStep, told: str, text: str, place: tuple[int, int]) -> str:
    if key is not ProjectStep.SIGN:
        return ""
    around = text[max(0, place[0] - 6) : place[1] + 24]
    if told == FRAMEWORK or FRAME.search(around):
        return FRAMEWORK
    return FORMAL if told or CONTRACT.search(around) else ""


def _clause_start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in ",，;；:。") + 1


def _date_of(stretch: Stretch, start: int, end: int) -> tuple[Dated | None, bool]:
    """The date in the step's own clause, right before it; else the day that the stretch or the
    sentence begins with."""
    marked = stretch.marked
    clause = _clause_start(marked.text, start)
    own = [d for d in marked.dates if clause <= d.start and d.end <= start]
    if own:
        return own[-1], True
    before = [d for d in marked.dates if d.end <= start and is_day(d)]
    return (before[-1] if before else None), False


def is_day(mark: Dated) -> bool:
    period = mark.period
    return period is not None and period.last.day is not None and not period.is_range


def _is_intention(key: ProjectStep, clause: str, lexicon: Lexicon) -> bool:
    if key in (ProjectStep.PLAN, ProjectStep.TALK):
        return True
    return any(True for _ in lexicon.words("mood").found(clause))


def _is_ahead(mark: Dated | None, today: date | None) -> bool:
    """Whether the step's day lies behind the page's own."""
    if mark is None or mark.period is None or today is None:
        return False
    return _first_day(mark.period.first or mark.period.last) > today


def _first_day(when: When) -> date:
    return date(when.year or 1, when.month or 1, when.day or 1)


def collective_steps(
    stretches: Iterable[Stretch], lexicon: Lexicon, today: date | None
) -> list[Step]:
    """What happened to all the projects of a paragraph at once: 集中签约仪式, 三个项目集中开工."""
    return [
        step
        for stretch in stretches
        if TOGETHER.search(stretch.text)
        for step in _steps(stretch, lexicon, today)
        if not step.is_intention
    ]


def day_before(page: Iterable[Marked], at: Span) -> tuple[Sentence, Dated] | None:
    """The last day that the text tells up to a place."""
    days = [
        (marked.sentence, mark)
        for marked in page
        for mark in marked.dates
        if is_day(mark) and marked.sentence.span_of(mark.start, mark.end).end <= at.end
    ]
    return days[-1] if days else None
