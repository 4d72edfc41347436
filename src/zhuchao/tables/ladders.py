"""Stage ladders: rule packs of the kind "stages"."""

from __future__ import annotations

from functools import cache

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.stage import Stage, StageLadder
from zhuchao.tables.files import refuse_repeated
from zhuchao.tables.packs import Pack, load_pack


@cache
def stage_ladder(key: str = "national") -> StageLadder:
    """The ladder of that key, lowest stage first, side states last.

    Raises: NotFound, when there is none; BrokenTable, when it does not hold together.
    """
    return ladder_of(load_pack("stages", key))


def ladder_of(pack: Pack) -> StageLadder:
    """The pack as a ladder. Raises: BrokenTable, when it does not hold together."""
    name = f"stages/{pack.key}"
    try:
        stages = [
            Stage(**{**entry, "evidence": tuple(entry["evidence"])}) for entry in pack.body["stage"]
        ]
    except (KeyError, TypeError) as error:
        raise BrokenTable(f"规则包 {name} 的阶段定义不完整：{error}") from error
    refuse_repeated((stage.key for stage in stages), name)
    if not stages or stages[0].is_side or not all(stage.evidence for stage in stages):
        raise BrokenTable(f"规则包 {name} 须以主线阶段开头，且每个阶段写明凭据")
    return StageLadder(
        key=pack.key,
        title=pack.title,
        issuer=pack.issuer,
        document=pack.document,
        issued_on=pack.issued_on,
        version=pack.version,
        stages=tuple(sorted(stages, key=lambda stage: stage.is_side)),
    )
