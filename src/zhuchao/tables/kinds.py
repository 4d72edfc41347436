"""The kinds of rule packs that there are, and what reads each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from zhuchao.core.errors import NotFound
from zhuchao.tables import (
    admission,
    claims,
    counting,
    inspections,
    ladders,
    medals,
    problems,
    progress,
    rates,
    reminding,
)
from zhuchao.tables.loading import load
from zhuchao.tables.packs import Pack, pack_of


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of rule: its name, and what makes a value of a pack or raises BrokenTable."""

    label: str
    interpret: Callable[[Pack], object]


KINDS: Mapping[str, Kind] = {
    "baselines": Kind("序时基线", progress.curve_of),
    "lights": Kind("红黄绿灯", progress.lights_of),
    "admission": Kind("准入门槛", lambda pack: admission.admission_of(pack, load())),
    "claims": Kind("首谈首报", claims.claims_of),
    "counting": Kind("签约计数", counting.counting_of),
    "inspections": Kind("检查评分", inspections.template_of),
    "medals": Kind("文章评级", medals.medals_of),
    "problems": Kind("问题销号", problems.problems_of),
    "rates": Kind("项目比率", rates.rates_of),
    "reminders": Kind("提醒时点", reminding.reminders_of),
    "stages": Kind("项目阶段", ladders.ladder_of),
}


def checked(kind: str, text: str) -> Pack:
    """A pack that holds together.

    Raises: NotFound, for a kind that there is not; BrokenTable, saying what is wrong in the text.
    """
    if kind not in KINDS:
        raise NotFound(f"没有“{kind}”这一类规则")
    pack = pack_of(kind, text)
    KINDS[kind].interpret(pack)
    return pack
