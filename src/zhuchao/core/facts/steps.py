"""The steps that a project's stretches tell, each with its day and whether it is yet to come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from zhuchao.core.facts.cutting import Stretch
from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.marks import Dated, Mark
from zhuchao.core.facts.project_names import names_of
from zhuchao.core.facts.projects import Project
from zhuchao.core.facts.step import Step, phase_of
from zhuchao.core.facts.step_days import clause_start, date_of, is_day
from zhuchao.core.facts.step_labels import labelled_steps, listed_plan, listed_step, set_going
from zhuchao.core.facts.step_words import FRAMEWORK, agreement_of, is_deed, is_step
from zhuchao.core.vocabulary.fact import ProjectStep, When

# 首批机组投产，明年6月全容量投产: what is yet to come stands beside what was done.
AHEAD = "ahead"
TOGETHER = re.compile(
    r"集中|分别|项目(?:均|都|全部)|仪式|同日|(?:\d+|[两三四五六七八九十]+)个[^,，。;；]{0,8}项目|项目(?:\d+|[两三四五六七八九十]+)[个项]"
)
# 计划总投资12亿元的某项目开工: only the sum is planned.
FUNDED = re.compile(r"(?:计划|预计|意向|拟)(?:总)?投资[^,，。;；的]{1,14}的")
TO_DO = re.compile(
    r"(?:拟(?:以|在|用|由|通过|使用)|同意)[^。;；]{0,40}?(?:设立|建设|投资|新建|扩建)"
    r"|同意[^。;；]{0,40}?项目(?:纳入|落户|入驻|入园|准入|立项|供地)"
)
DECIDED = re.compile(r"董事会|股东大?会|审议通过|常务会议|批准")
WITHIN = re.compile(r"(?:月|年|日|天)内[^,，。;；]{0,6}$|之日起")
HEADED = re.compile(
    r"(?:[\d年月份]{2,8}[,，]?)?(?:全[市县区镇]|园区)?(?:新)?(?:其中[,，:：]?)?(?:\d+个|现场|当天|此次|本次|集中)*"
)
HEADS_OFF = re.compile(r"(?:的(?!是)|项目(?:中|有|包括|为|分别|[:：,，]))")


# 8月就能进场施工: a day to come on which works go on is the one on which they begin.
WORKS = re.compile(r"进场施工|全面施工|启动建设|桩机进场")
SETTLES = ("落户", "入驻")
FURTHER = frozenset({ProjectStep.START, ProjectStep.FINISH, ProjectStep.PRODUCE})
BUILDING = frozenset(
    {ProjectStep.START, ProjectStep.BUILD, ProjectStep.FINISH, ProjectStep.PRODUCE}
)
PLANNED = re.compile(r"(?:计划|拟|将)[^,，。;；]*(?:建设|投资建设)[^,，。;；]*[,，]$")


def steps_of(
    project: Project, together: list[Step], lexicon: Lexicon, today: date | None
) -> list[Step]:
    """What is told of the project: every dated step, and the furthest that is a fact.

    Without a fact of its own, what happened ``together`` with others counts; a plan only where
    nothing has happened yet.
    """
    found = [step for each in project.stretches for step in _steps(each, lexicon, today)]
    found = _without_settled(_without_agreed(found), together, today) or listed_plan(project)
    found += _planned(project) if all(_is_to_come(step) for step in found) else []
    headed = [s for each in project.stretches for s in _headed(each, lexicon)]
    found += [step for step in headed if all(step.key is not own.key for own in found)]
    together = [] if headed else together
    facts = [s for s in found if not s.is_intention and s.key is not ProjectStep.PLAN]
    order = list(ProjectStep)
    facts, found = _with_common(facts, together), _with_common(found, together)
    furthest = max(facts, key=lambda s: order.index(s.key), default=None)
    whole = _of_the_whole(furthest, facts, project)
    early = [s for s in found if s.key in (ProjectStep.TALK, ProjectStep.PLAN)]
    kept: dict[tuple[ProjectStep, str, str], Step] = {}
    for step in found:
        is_early = step.key in (ProjectStep.TALK, ProjectStep.PLAN)
        is_decided = step.key is ProjectStep.PLAN and _is_decided(step, furthest)
        is_passed = furthest is not None and step.on is not None and step.on is furthest.on
        is_told = step.is_dated and not is_early and not is_passed
        known = kept.get(_place_of(step, project.called))
        if (step in (furthest, whole) or is_told or is_decided) and (
            known is None or known.on is None
        ):
            kept[_place_of(step, project.called)] = _with_agreement(step, found)
    if furthest is None and early:
        main = min(early, key=lambda s: (s.key is not ProjectStep.TALK, s.on is None))
        kept = {_place_of(main, project.called): main, **kept}
    return list(kept.values())


def _is_to_come(step: Step) -> bool:
    """Whether it is a further step that nobody has taken: the plan itself stands before it."""
    return step.is_intention and step.key in FURTHER


def _place_of(step: Step, called: str) -> tuple[ProjectStep, str, str]:
    """One step a kind and part; a framework of one day and a contract of another are two."""
    phase = phase_of(step, called)
    part = step.sentence.text[phase.start : phase.end] if phase else ""
    told = FRAMEWORK if step.agreement == FRAMEWORK and step.is_dated else ""
    told = told or (AHEAD if step.is_intention and step.key is ProjectStep.PRODUCE else "")
    return step.key, told, part


def _without_agreed(found: Sequence[Step]) -> list[Step]:
    """签署协议，追加投资…: what an agreement is about has not been done."""
    signed = {s.sentence.span for s in found if s.key is ProjectStep.SIGN}
    return [s for s in found if s.key is not ProjectStep.EXPAND or s.sentence.span not in signed]


def _without_settled(found: Sequence[Step], together: list[Step], today: date | None) -> list[Step]:
    """Without an increase of capital that pays what is built, and 落户 that tells but where: of
    what all did together, or years after the firm itself came."""
    built = [s for s in found if s.key in BUILDING and not s.is_intention]
    kept = [s for s in found if not (s.key is ProjectStep.EXPAND and built)]
    return [
        s
        for s in kept
        if not (_settles(s) and (_is_long_ago(s, today) or (together and not s.is_dated)))
    ]


def _settles(step: Step) -> bool:
    return step.sentence.text.endswith(SETTLES, 0, step.said.end)


def _is_long_ago(step: Step, today: date | None) -> bool:
    period = step.on.period if step.on else None
    return bool(today and period and period.last.year and period.last.year < today.year - 1)


def _planned(project: Project) -> list[Step]:
    """拟以自有资金…设立子公司，建设…基地: a plan by its words alone."""
    for stretch in project.stretches:
        found = TO_DO.search(stretch.text)
        if found:
            start = stretch.start + found.start()
            on, is_own = date_of(stretch, start, start + len(found[0]))
            said = Mark(start, start + len(found[0]))
            return [Step(ProjectStep.PLAN, stretch.marked.sentence, said, "", on, is_own, True)]
    return []


def _is_decided(step: Step, furthest: Step | None) -> bool:
    """Whether a plan was decided on a day of its own, before what has come of it."""
    if furthest is None or step.on is None or not is_day(step.on):
        return False
    told = step.sentence.text[step.on.end : step.said.start]
    is_other = furthest.on is None or furthest.on.period != step.on.period
    return is_other and bool(DECIDED.search(told))


def _with_agreement(step: Step, found: Sequence[Step]) -> Step:
    """两项目均正式签约 tells the kind of what 现场签约 left open."""
    told = [s.agreement for s in found if s.key is step.key and s.agreement]
    return replace(step, agreement=told[0]) if told and not step.agreement else step


def _with_common(own: list[Step], together: list[Step]) -> list[Step]:
    """The project's own steps, and what it shares where they are past and that is further on."""
    order, facts = list(ProjectStep), [step for step in own if not step.is_intention]
    if not all(step.is_dated for step in facts):
        return own
    reached = max((order.index(step.key) for step in facts), default=-1)
    return [*own, *(step for step in together if order.index(step.key) > reached)]


def _steps(stretch: Stretch, lexicon: Lexicon, today: date | None) -> Iterator[Step]:
    text, names = stretch.marked.text, names_of(stretch.marked)
    taken: Dated | None = None
    yield from _apart(stretch, names, lexicon, today)
    for at, word in lexicon.words("stage").found(stretch.text):
        start, end = stretch.start + at, stretch.start + at + len(word)
        if not is_step(text, start, end) or any(n.start <= start < n.end for n in names):
            continue
        lexeme = lexicon.words("stage")[word]
        key = ProjectStep(lexeme.key)
        key = ProjectStep.LAND if key is ProjectStep.SIGN and is_deed(text, end) else key
        on, is_own = date_of(stretch, start, end)
        if key is ProjectStep.TALK and _is_ahead(on, today):
            continue
        is_later = key is ProjectStep.BUILD and on is taken and not is_own
        on = None if is_later else on  # 5月20日开工，目前完成基础施工
        taken = on if is_own else taken
        clause = _without_names(stretch, clause_start(text, start), end)
        is_ahead = _is_ahead(on, today) or _is_intention(key, clause, lexicon)
        key = ProjectStep.START if is_own and is_ahead and WORKS.search(word) else key
        yield Step(
            key=key,
            sentence=stretch.marked.sentence,
            said=Mark(start, end),
            agreement=agreement_of(key, lexeme.value, text, (start, end)),
            on=on,
            is_dated=is_own,
            is_intention=is_ahead or _is_planned(stretch, start),
            amounts=stretch.marked.amounts,
        )


def _apart(
    stretch: Stretch, names: Sequence[Mark], lexicon: Lexicon, today: date | None
) -> Iterator[Step]:
    """The steps that no word of the table tells: behind labels, and 启动 before a name."""
    for each in labelled_steps(stretch):
        yield replace(each, is_intention=each.is_intention or _is_ahead(each.on, today))
    for verb in set_going(stretch, names):
        on, is_own = date_of(stretch, verb.start, verb.end)
        clause = _without_names(stretch, clause_start(stretch.marked.text, verb.start), verb.end)
        is_ahead = _is_ahead(on, today) or _is_intention(ProjectStep.START, clause, lexicon)
        sentence, amounts = stretch.marked.sentence, stretch.marked.amounts
        yield Step(ProjectStep.START, sentence, verb, "", on, is_own, is_ahead, amounts)


def _without_names(stretch: Stretch, start: int, end: int) -> str:
    """The clause with its places and firms blanked: 应 of 应城 means nothing."""
    marked = stretch.marked
    names = [m for m in (*marked.places, *marked.organisations) if m.start < end and start < m.end]
    covered = {at for mark in names for at in range(mark.start, mark.end)}
    return "".join("□" if at in covered else marked.text[at] for at in range(start, end))


def _of_the_whole(furthest: Step | None, facts: Sequence[Step], project: Project) -> Step | None:
    """What the project itself has reached, where only a part of it is further on."""
    if furthest is None or phase_of(furthest, project.called) is None:
        return None
    order = list(ProjectStep)
    own = [each for each in facts if phase_of(each, project.called) is None]
    return max(own, key=lambda s: order.index(s.key), default=None)


def _is_planned(stretch: Stretch, start: int) -> bool:
    """计划投资建设某工厂，7月开工: the clause before plans it, and no day is told."""
    clause = clause_start(stretch.marked.text, start)
    days = [d for d in stretch.marked.dates if clause <= d.start < start and is_day(d)]
    return not days and bool(PLANNED.search(stretch.marked.text, 0, clause))


def _headed(stretch: Stretch, lexicon: Lexicon) -> Iterator[Step]:
    """竣工的甲项目…；乙项目…: what the sentence's head says of each that it lists."""
    text = stretch.marked.text
    head = HEADED.match(text)
    start = head.end() if head else 0
    word = lexicon.words("stage").at(text, start)
    if not word or not HEADS_OFF.match(text, start + len(word)):
        return
    lexeme = lexicon.words("stage")[word]
    yield Step(
        key=ProjectStep(lexeme.key),
        sentence=stretch.marked.sentence,
        said=Mark(start, start + len(word)),
        agreement="",
        on=None,
        is_dated=False,
        is_intention=False,
    )


def _is_intention(key: ProjectStep, clause: str, lexicon: Lexicon) -> bool:
    if key in (ProjectStep.PLAN, ProjectStep.TALK):
        return True
    told = FUNDED.sub("", clause)
    return bool(WITHIN.search(told)) or any(True for _ in lexicon.words("mood").found(told))


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
    stretches = list(stretches)
    told = [
        step
        for stretch in stretches
        if TOGETHER.search(stretch.text)
        for step in _steps(stretch, lexicon, today)
        if not step.is_intention
    ]
    listed = [step for step in map(listed_step, stretches) if step is not None]
    return told or listed[:1]
