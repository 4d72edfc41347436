"""Who was spoken of where an honour names nobody: 园区, 该公司, or the one the page is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from zhuchao.core.facts.bearers import PUBLIC
from zhuchao.core.facts.marks import Mark, Marked, Named
from zhuchao.core.vocabulary.fact import OrganisationKind

Said = tuple[Marked, Mark]
# 园区先后获评: the one that was spoken of last.
ITSELF = re.compile(
    r"(?:园区|开发区|该?公司|该?企业|该?集团)(?:(?:20\d\d年|[今去]年|\d+月|近日|日前)*度?[,，]?(?:先后|已|还|也|又|曾|成功|被|、))*(?:20\d\d年|[今去]年|\d+月)*$"
    r"|(?:该公司|该企业|该集团|公司|企业)(?:还|也|又|先后|并|同时)*被[^,，。;；]{2,20}$"
    r"|(?:该?公司|该?企业)[^。;；]*[,，](?:被|还|先后|并|荣)*$"
)
CLUSTER = re.compile(
    r"(?:^|[,，;；])(?P<who>“?[\u4e00-\u9fff]{2,10}?(?:产业集群|集群|品牌|产业带|案例)”?)(?![^;；]*[企公]业?司?)[^;；。]{0,40}[,，]?(?:先后|成功|已|还|也|被|首次)*$"
)
# 2021年获批省级化工园区，2024年被…确定为…: whom the page is about.
OMITTED = re.compile(
    r"(?:^|[。;；])(?:先后|曾|多次|连续多年|连续[一二三四五六\d]年|荣幸)+$"
    r"|(?:^|[】:：;；,，。])(?:(?:19|20)\d\d年(?:\d+月)?(?:度)?[,，]?(?:先后|成功|已|还|又|也|再次|首次|被[^,，。;；]{2,14})*)$"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """The firm and the park that earlier sentences named last."""

    firm: Said | None = None
    park: Said | None = None

    def after(self, marked: Marked) -> Spoken:
        """With what the sentence names."""
        bodies = [o for o in marked.organisations if o.kind not in PUBLIC]
        firms, parks = _firms(bodies), [o for o in bodies if o.kind is OrganisationKind.PARK]
        told = replace(self, firm=(marked, firms[-1])) if firms else self
        told = replace(told, park=(marked, parks[-1])) if parks else told
        return told if told.firm or not bodies else replace(told, firm=(marked, bodies[-1]))

    def bearers(self, marked: Marked, who: Sequence[Mark], at: int) -> tuple[Said, ...]:
        """Those named; 园区, 该公司: what was spoken of last."""
        if who:
            return tuple((marked, each) for each in who)
        itself = ITSELF.search(marked.text, 0, at)
        if itself is not None:
            is_park = itself[0].startswith(("园区", "开发区"))
            return _one((self.park if is_park else None) or self._firm_of(marked, at))
        told = _cluster_of(marked, at)
        if not told and OMITTED.search(marked.text, 0, at):
            return _one(self.park or self.firm)
        return told

    def _firm_of(self, marked: Marked, at: int) -> Said | None:
        own = [o for o in marked.organisations if o.kind not in PUBLIC and o.end <= at]
        firms = _firms(own)
        return (marked, firms[-1]) if firms else self.firm


def _firms(bodies: Sequence[Named]) -> list[Named]:
    return [each for each in bodies if each.kind is not OrganisationKind.PARK]


def _one(told: Said | None) -> tuple[Said, ...]:
    return (told,) if told else ()


def _cluster_of(marked: Marked, at: int) -> tuple[Said, ...]:
    """中医药产业集群营业收入突破千亿大关，获评…: a cluster or brand that begins the sentence."""
    found = CLUSTER.search(marked.text, 0, at)
    return ((marked, Mark(*found.span("who"))),) if found else ()
