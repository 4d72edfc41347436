"""Steps that a list tells by a label and a day: 约定开工时间：2026年12月, 竣工日期为2027年6月."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhuchao.core.facts.cutting import Stretch
from zhuchao.core.facts.marks import Mark
from zhuchao.core.facts.projects import Project
from zhuchao.core.facts.step import Step
from zhuchao.core.facts.step_days import labelled
from zhuchao.core.vocabulary.fact import ProjectStep

# 斥资9亿元启动某项目: what is set going has begun.
SET_GOING = re.compile(r"(?:启动|开建|上马|开启)(?:了|建设|实施)*$")
# 新签约项目情况如下: what a list or a table is of.
LIST_OF = re.compile(
    r"(?<!拟)(?P<word>签约|开工|竣工|投产)(?:的|重点|重大|产业|招商|工业|制造业|部分|主要|亿元)*项目[^,，。;；\d]{0,6}(?:情况|一览|清单|名单|汇总|明细|表|如下|(?:主要|重点|分别)?(?:有|包括|为|是):)"
)
LISTED = re.compile(r"(?:拟建)?项目(?:名称)?(?=[:：])")
LABEL = re.compile(
    r"(?P<ahead>约定|计划|预计|拟|应|最迟|承诺)?(?:项目)?(?P<word>开工|动工|竣工|完工|建成|投产|投用|达产)(?:时间|日期|期限)(?:为|是|:|于|不晚于|不迟于|在)*"
)
KEYS = {
    "开工": ProjectStep.START,
    "动工": ProjectStep.START,
    "竣工": ProjectStep.FINISH,
    "完工": ProjectStep.FINISH,
    "建成": ProjectStep.FINISH,
    "签约": ProjectStep.SIGN,
}


def labelled_steps(stretch: Stretch) -> Iterator[Step]:
    """Each with the day behind its label; whether that is yet to come only where the label says."""
    if not any(word in stretch.text for word in ("时间", "日期", "期限")):
        return
    for found in LABEL.finditer(stretch.marked.text, stretch.start, stretch.end):
        on = next((d for d in stretch.marked.dates if d.start == found.end()), None)
        if on is not None:
            yield Step(
                key=KEYS.get(found["word"], ProjectStep.PRODUCE),
                sentence=stretch.marked.sentence,
                said=Mark(*found.span("word")),
                agreement="",
                on=on,
                is_dated=True,
                is_intention=bool(found["ahead"]),
                amounts=stretch.marked.amounts,
            )


def set_going(stretch: Stretch, names: Sequence[Mark]) -> Iterator[Mark]:
    """The verbs 启动, 开建 right before a project's name."""
    for name in names:
        found = SET_GOING.search(
            stretch.marked.text, max(stretch.start, name.start - 6), name.start
        )
        if found and stretch.start <= found.start() < stretch.end:
            yield Mark(*found.span())


def listed_step(stretch: Stretch) -> Step | None:
    """What a table or list below was made of: each project of it has come so far."""
    found = LIST_OF.search(stretch.text)
    if found is None:
        return None
    said = Mark(stretch.start + found.start("word"), stretch.start + found.end("word"))
    key = KEYS.get(found["word"], ProjectStep.PRODUCE)
    return Step(key, stretch.marked.sentence, said, "", None, is_dated=False, is_intention=False)


def listed_plan(project: Project) -> list[Step]:
    """项目名称:…, 建设单位:…: what a paper lists before anything is built is planned."""
    for stretch in project.stretches:
        label = LISTED.search(stretch.text)
        if label:
            at = stretch.start + label.start()
            said = Mark(at, at + len(label[0]))
            days = labelled(stretch, said.end)
            on = days[0] if days else None
            sentence = stretch.marked.sentence
            return [Step(ProjectStep.PLAN, sentence, said, "", on, on is not None, True)]
    return []
