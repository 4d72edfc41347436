"""Figures that are an event's own, no measures: totals and land of projects."""

from __future__ import annotations

import re

from zhuchao.core.facts.drafts import Draft, Used
from zhuchao.core.facts.hosts import is_of_works
from zhuchao.core.facts.project_names import names_of
from zhuchao.core.facts.scenes import Scene

# 甲项目和乙项目投资额分别为1.1亿元和7000万元: their events' totals.
EACH_TOTAL = ("投资额", "总投资")
# A project's land is its event's.
LAND = ("用地", "占地", "供地", "占地面积", "用地面积")
PARCEL = re.compile(r"地块|宗地|竞得|使用权")


def is_of_event(draft: Draft, used: Used, scene: Scene) -> bool:
    """总投资 of the headline, which the body's event has told; a project's land; a cut sum."""
    value = draft.value
    if value is None:
        return False
    name = draft.marked.text[draft.metric.start : draft.metric.end]
    if name == EACH_TOTAL[1] and is_of_works(draft.marked.text, draft.metric.start):
        return True
    if draft.share and name.endswith(EACH_TOTAL):
        return len(names_of(draft.marked)) >= draft.share.of
    if name == "面积" and PARCEL.search(draft.marked.text):
        return True
    if name.endswith(LAND) and scene.project_at(draft.marked, draft.metric.start):
        return True
    return value.value is None or (name.endswith("总投资") and value.value in used.totals)
