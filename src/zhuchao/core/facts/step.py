"""A step that a text tells of a project, and the part of the project that takes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zhuchao.core.facts.marks import Amount, Dated, Mark
from zhuchao.core.facts.sentences import Sentence
from zhuchao.core.vocabulary.fact import ProjectStep

# 其中一期投资9亿元，…竣工; 首期8栋厂房…竣工: a part of the project takes the step.
PHASE = re.compile(r"(?<![分的])(?P<phase>[一二三四五六]期|首期)")
MONEY = re.compile(r"(?:项目)?(?:拟|计划)?(?:总)?投资(?:约)?")
LAND = re.compile(r"(?:项目)?(?:新增|拟|计划)?(?:用地|占地)(?:面积)?(?:约)?")
ITS_LAND = re.compile(r"[、,，](?:新增|拟|计划)?(?:用地|占地)(?:面积)?(?:约)?")
OPENS = re.compile(r"(?:目前|其中|项目)?[,，]?$")


@dataclass(frozen=True, slots=True)
class Phase(Mark):
    """A part of a project named in front of its step; ``total`` its own sum."""

    total: Amount | None
    land: Amount | None = None


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
    amounts: Sequence[Amount] = ()


def phase_of(step: Step, called: str) -> Phase | None:
    """The part that takes the step, where the sentence names one and the project is not it.

    The last in the step's own clause, else the one that the sentence begins with.
    """
    text, end = step.sentence.text, step.said.start
    if "期" not in text:
        return None
    told = [each for each in PHASE.finditer(text, 0, end) if each["phase"] not in called]
    # 某项目一期厂房: the project itself.
    told = [each for each in told if not (called and text.endswith(called, 0, each.start()))]
    is_one_of_several = len({each["phase"] for each in told}) > 1
    for found in reversed(told):
        total, land = (_behind(step, found.end(), words) for words in (MONEY, LAND))
        land = land or _behind(step, total.end if total else found.end(), ITS_LAND)
        is_own = is_one_of_several or not re.search("[,，;；]", text[found.end() : end])
        if is_own or total or (found is told[0] and OPENS.fullmatch(text, 0, found.start())):
            return Phase(*found.span("phase"), total, land)
    return None


def _behind(step: Step, at: int, words: re.Pattern[str]) -> Amount | None:
    """The figure of a part: 一期投资9亿元, 二期用地88亩."""
    found = words.match(step.sentence.text, at)
    return next((a for a in step.amounts if found and a.start == found.end()), None)
