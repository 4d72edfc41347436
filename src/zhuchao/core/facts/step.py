"""A step that a text tells of a project, and the part of the project that takes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zhuchao.core.facts.marks import Amount, Dated, Mark
from zhuchao.core.facts.sentences import Sentence
from zhuchao.core.vocabulary.fact import ProjectStep

# 其中一期投资9亿元，…竣工; 首期8栋厂房…竣工: a part of the project takes the step.
PHASE = re.compile(
    r"(?<![分的])(?P<phase>[一二三四五六]期|首期)(?P<money>(?:项目)?(?:拟|计划)?(?:总)?投资(?:约)?)?(?P<rest>[^。;；]*)$"
)


@dataclass(frozen=True, slots=True)
class Phase(Mark):
    """A part of a project named in front of its step; ``total`` its own sum."""

    total: Amount | None


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
    """The part that takes the step, where the sentence names one and the project is not it."""
    found = PHASE.search(step.sentence.text, 0, step.said.start)
    if found is None or found["phase"] in called:
        return None
    if called and step.sentence.text.endswith(called, 0, found.start()):
        return None  # 某项目一期厂房: the project itself
    own = next((a for a in step.amounts if found["money"] and a.start == found.end("money")), None)
    if own is None and re.search("[,，]", found["rest"]):
        return None
    return Phase(*found.span("phase"), own)
