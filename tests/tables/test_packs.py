"""Rule packs: one loader, and the ladder of stages that it gives."""

from pathlib import Path

import pytest

from zhuchao import tables as reference
from zhuchao.core.errors import BrokenTable, NotFound
from zhuchao.tables.files import Folder
from zhuchao.tables.ladders import ladder_of
from zhuchao.tables.packs import load_pack, pack_keys

HEADING = """
key = "{key}"
title = "某地阶段"
issuer = "某地"
document = "某文"
issued_on = 2026-01-01
version = "1"
"""
STAGE = """
[[stage]]
key = "{key}"
name = "某阶段"
enters_when = "有凭据"
evidence = [{evidence}]
is_side = {side}
"""


def pack_folder(path: Path, body: str, key: str = "local") -> Folder:
    stages = path / "rules" / "stages"
    stages.mkdir(parents=True)
    (stages / "local.toml").write_text(HEADING.format(key=key) + body, "utf-8")
    return Folder(path)


def stage(key: str, *, side: bool = False, evidence: str = '"licence"') -> str:
    return STAGE.format(key=key, evidence=evidence, side=str(side).lower())


def test_the_national_ladder_climbs_from_lead_to_expansion() -> None:
    ladder = reference.stage_ladder()
    main = [s.name for s in ladder.stages if not s.is_side]
    side = [s.name for s in ladder.stages if s.is_side]

    assert main == [
        "线索", "研判", "在谈", "评审", "签约", "注册", "落地",
        "手续", "开工", "在建", "竣工", "投产", "达产", "增资扩产",
    ]  # fmt: skip
    assert side == ["暂缓", "流转中", "争议中", "终止", "退出"]
    assert all(s.enters_when and s.evidence for s in ladder.stages)


def test_every_pack_tells_where_it_comes_from() -> None:
    for key in pack_keys("stages"):
        pack = load_pack("stages", key)

        assert pack.issuer
        assert pack.document
        assert pack.version


def test_an_unknown_pack_is_not_found() -> None:
    with pytest.raises(NotFound, match="lunar"):
        reference.stage_ladder("lunar")
    with pytest.raises(NotFound):
        load_pack("stages", "../stages/national")


def test_side_states_come_last(tmp_path: Path) -> None:
    body = stage("lead") + stage("paused", side=True) + stage("talk")

    ladder = ladder_of(load_pack("stages", "local", pack_folder(tmp_path, body)))

    assert [s.key for s in ladder.stages] == ["lead", "talk", "paused"]


@pytest.mark.parametrize(
    "body",
    [
        "",
        stage("lead") + stage("lead"),
        stage("paused", side=True),
        stage("lead", evidence=""),
        '[[stage]]\nkey = "lead"\nevidence = ["licence"]\n',
    ],
)
def test_a_ladder_that_does_not_hold_together_is_refused(tmp_path: Path, body: str) -> None:
    pack = load_pack("stages", "local", pack_folder(tmp_path, body))

    with pytest.raises(BrokenTable):
        ladder_of(pack)


@pytest.mark.parametrize(("body", "key"), [("", "other"), ("= nonsense", "local")])
def test_a_pack_with_a_wrong_heading_is_refused(tmp_path: Path, body: str, key: str) -> None:
    with pytest.raises(BrokenTable):
        load_pack("stages", "local", pack_folder(tmp_path, body, key))


def test_a_pack_without_an_issuer_is_refused(tmp_path: Path) -> None:
    folder = pack_folder(tmp_path, "")
    file = tmp_path / "rules" / "stages" / "local.toml"
    file.write_text(file.read_text("utf-8").replace('issuer = "某地"', ""), "utf-8")

    with pytest.raises(BrokenTable, match="issuer"):
        load_pack("stages", "local", folder)
