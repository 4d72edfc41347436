"""What stands for somebody that was named before: 全市, 园区, 该公司, 协会, 我们."""

from __future__ import annotations

import re

from zhuchao.core.facts.hosts import OFFICER
from zhuchao.core.facts.marks import Marked
from zhuchao.core.facts.scenes import NO_SUBJECT, WHOLE_IS_PAGE, Scene
from zhuchao.core.vocabulary.fact import OrganisationKind
from zhuchao.core.vocabulary.read import Read, State

BY_CONTEXT = "按上文所说的理解"
TOWN_LEVELS = frozenset("镇乡")
# What stands for a place, park, firm or project that was named before.
# With what each begins.
FIRST = "咱协商联学促全我该本市县区镇州旗乡整园开高经产基新小示上公子合项此控"
REFERRING = re.compile(
    rf"(?=[{FIRST}])(?:"
    r"(?P<place>全(?P<level>[市县区省镇州旗乡])(?!平均|同期)|[我该本](?P<own>[市县区镇州旗乡])"
    r"|(?<![\u4e00-\u9fff])(?P<local>[市县区镇乡])里)"
    r"|(?P<park>(?<![\u4e00-\u9fff])(?:该|本|整个)?(?:园区|开发区|高新区|经开区|产业园|基地|新区|小镇|示范区)|(?<=[年月度后来前,，])(?:园区|开发区|高新区|经开区))"
    r"|(?P<host>(?<![\u4e00-\u9fff])(?:该|本)?(?:协会|商会|联盟|学会|联合会|促进会)(?![副名]?会长|秘书长|理事))"
    r"|(?P<we>(?<![\u4e00-\u9fff])(?:我们|我司|咱们)(?!国|[市县区镇]))"
    r"|(?P<child>(?:该|新设|全资|控股)*(?:子公司|合资公司|项目公司))"
    r"|(?P<firm>(?:该|本|上市)?公司(?!股份|总股本)|该企业|该集团|该厂)"
    r"|(?P<project>(?:该|本|此|上述)?项目(?=[总建达预计满可全投将年设用占规新一二三])|该工厂|该基地)"
    r")"
)
# What each of these holds.
SIGN = re.compile(
    r"[全我该本里咱]|协会|商会|联盟|学会|联合会|促进会|园区|[发新]区|高新区|经开区|产业园|基地|小镇|示范区|公司|项目|企业|集团|厂"
)


def referred(marked: Marked, match: re.Match[str], scene: Scene) -> Read[str] | None:
    """Who is meant; None where nobody was named that can be."""
    if match["place"]:
        level = match["level"] or match["own"] or match["local"] or ""
        is_of_town = scene.town is not None and level in TOWN_LEVELS
        is_of_park = match["own"] == "区" and not scene.has_district()
        meant = scene.town if is_of_town else scene.place(level)
        meant = (scene.park or scene.zone or meant) if is_of_park else meant
    elif match["park"]:
        meant = scene.park or _same_kind(match[0], scene)
    elif match["host"]:
        meant = scene.host
    elif match["we"]:
        said = scene.quotes.get(marked.span)
        meant = said or (scene.last_firm if _is_firms(marked, scene) else None)
    elif match["child"]:
        meant = scene.last_firm
    elif match["firm"]:
        is_last = match[0].startswith("该") or scene.firm is None
        meant = _firm_before(marked, match.start(), scene) if is_last else scene.firm
    else:
        meant = scene.project_at(marked, match.start())
    if meant is None:
        return None
    span = marked.sentence.span_of(*match.span())
    why = WHOLE_IS_PAGE if match["place"] else BY_CONTEXT
    return Read(meant.value, State.INFERRED, span, why=why)


def _same_kind(word: str, scene: Scene) -> Read[str] | None:
    """基地 for 曹县云裳直播基地, which was told of last."""
    told = scene.last_project or scene.last
    return told if told and (told.value or "").endswith(word[-2:]) else None


def _is_firms(marked: Marked, scene: Scene) -> bool:
    """Whether 我们 is said for a firm: by an officer of it, or where a firm was told of last."""
    return scene.last_is_firm or OFFICER.search(marked.text) is not None


def _firm_before(marked: Marked, at: int, scene: Scene) -> Read[str] | None:
    """The firm named last before the place, in the sentence or before it."""
    own = [
        o
        for o in marked.organisations
        if o.end <= at and o.kind not in NO_SUBJECT and o.kind is not OrganisationKind.PARK
    ]
    return scene.last_firm if own or scene.firm_before is None else scene.firm_before
