"""By what a house lights its projects on a day: its pack, its curves, and until when it is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from zhuchao.apps.people.rights import can
from zhuchao.apps.people.selectors import packs_in_force
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.models import Baseline
from zhuchao.core.progress.reckoning import reported_until
from zhuchao.core.vocabulary.progress import BaselineCurve, CurveKind, LightPack, Test
from zhuchao.tables.packs import pack_keys, pack_of
from zhuchao.tables.progress import baseline_curve, curve_of, lights_of

LIGHTS, BASELINES = "lights", "baselines"


@dataclass(frozen=True, slots=True)
class House:
    """The rules of one organisation; ``pack`` is None where none was adopted.

    ``curve`` is the adopted one that holds where no baseline was set, None where there is none.
    """

    organisation_id: int
    today: date
    as_of: date
    pack: LightPack | None
    curve: BaselineCurve | None

    @property
    def pack_name(self) -> str:
        return "" if self.pack is None else pack_name(self.pack)

    def going_by(self, pack: LightPack | None) -> House:
        """The same house by another pack."""
        return replace(self, pack=pack)

    def pack_for(self, *, is_main: bool) -> LightPack | None:
        """The rules that an indicator's figures can answer: those on time are the project's."""
        if self.pack is None or is_main:
            return self.pack
        rules = tuple(rule for rule in self.pack.rules if rule.test is not Test.MONTHS_LATE)
        return replace(self.pack, rules=rules) if rules else None


def pack_name(pack: LightPack) -> str:
    return f"{pack.title} 第 {pack.version} 版"


def house_rules(viewer: Viewer, today: date) -> House:
    """The rules of the viewer's organisation on a day."""
    may_see = can(viewer, Subject.RULE, Act.SEE)
    lights = packs_in_force(viewer, LIGHTS, today) if may_see else ()
    curves = packs_in_force(viewer, BASELINES, today) if may_see else ()
    return House(
        viewer.organisation_id or 0,
        today,
        reported_until(today),
        _pack(lights[0].content) if lights else None,
        _curve(curves[0].content) if curves else None,
    )


def adopted_lights(viewer: Viewer, today: date) -> tuple[LightPack, ...]:
    """Every pack of lights in force, the latest adopted first."""
    if not can(viewer, Subject.RULE, Act.SEE):
        return ()
    return tuple(_pack(each.content) for each in packs_in_force(viewer, LIGHTS, today))


def curves_of(rules: House, own: BaselineCurve | None) -> tuple[BaselineCurve, ...]:
    """Each once: an adopted curve takes the place of the shipped one of its key."""
    told = [each for each in (own, rules.curve) if each is not None]
    known = {each.key for each in told}
    shipped = (baseline_curve(key) for key in pack_keys(BASELINES) if key not in known)
    return (*told, *shipped)


def curve_from(record: Baseline) -> BaselineCurve:
    """A stored baseline as core's curve; its key tells it from the shipped ones."""
    whose = "项目" if record.project_id else "园区"
    return BaselineCurve(
        key=f"set-{record.pk}",
        title=record.title,
        issuer=f"本{whose}",
        document=record.reason,
        issued_on=record.made_at.date(),
        version=str(record.version),
        kind=CurveKind(record.kind),
        shares=tuple(record.shares),
    )


@lru_cache(maxsize=64)
def _pack(content: str) -> LightPack:
    return lights_of(pack_of(LIGHTS, content))


@lru_cache(maxsize=64)
def _curve(content: str) -> BaselineCurve:
    return curve_of(pack_of(BASELINES, content))
