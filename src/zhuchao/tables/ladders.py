"""Stage ladders: rule packs of the kind "stages", and the kinds of documents that they name."""

from __future__ import annotations

from functools import cache

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.stage import DocumentKind, Milestone, Stage, StageLadder
from zhuchao.tables.files import Folder, refuse_repeated
from zhuchao.tables.packs import Pack, load_pack


@cache
def stage_ladder(key: str = "national") -> StageLadder:
    """The ladder of that key, lowest stage first, side states last.

    Raises: NotFound, when there is none; BrokenTable, when it does not hold together.
    """
    return ladder_of(load_pack("stages", key))


@cache
def document_kinds() -> tuple[DocumentKind, ...]:
    """The kinds of documents that may prove a stage, in the order in which they are offered."""
    rows = Folder().own_rows("projects/documents.csv")
    return tuple(DocumentKind(row["key"], row["name"]) for row in rows)


def ladder_of(pack: Pack) -> StageLadder:
    """The pack as a ladder. Raises: BrokenTable, when it does not hold together."""
    name = f"stages/{pack.key}"
    try:
        stages = [Stage(**{**entry, **_typed(entry)}) for entry in pack.body["stage"]]
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenTable(f"规则包 {name} 的阶段定义不完整：{error}") from error
    refuse_repeated((stage.key for stage in stages), name)
    refuse_repeated((stage.milestone for stage in stages if stage.milestone), name)
    _refuse_loose(stages, name)
    return StageLadder(
        key=pack.key,
        title=pack.title,
        issuer=pack.issuer,
        document=pack.document,
        issued_on=pack.issued_on,
        version=pack.version,
        stages=tuple(sorted(stages, key=lambda stage: stage.is_side)),
    )


def _typed(entry: dict[str, object]) -> dict[str, object]:
    evidence, milestone = entry["evidence"], entry.get("milestone")
    if not isinstance(evidence, list):
        raise TypeError("evidence 须是文件类别的列表")
    return {
        "evidence": tuple(evidence),
        "milestone": None if milestone is None else Milestone(str(milestone)),
    }


def _refuse_loose(stages: list[Stage], name: str) -> None:
    if not stages or stages[0].is_side or not all(stage.evidence for stage in stages):
        raise BrokenTable(f"规则包 {name} 须以主线阶段开头，且每个阶段写明凭据")
    known = {kind.key for kind in document_kinds()}
    unknown = sorted({key for stage in stages for key in stage.evidence} - known)
    if unknown:
        raise BrokenTable(f"规则包 {name} 用到未定义的文件类别：{'、'.join(unknown)}")
