"""Schemes of articles' medals: rule packs of the kind "medals"."""

from __future__ import annotations

from dataclasses import fields
from functools import cache

from zhuchao.core.errors import BrokenTable
from zhuchao.core.scoring import Scheme
from zhuchao.core.vocabulary.medal import ArticleInputs, Medal
from zhuchao.tables.packs import Pack, load_pack
from zhuchao.tables.scoring import scheme_of

KIND = "medals"
KNOWN = tuple(each.name for each in fields(ArticleInputs))


@cache
def medal_scheme(key: str = "standard") -> Scheme:
    """The scheme of that key as it is shipped.

    Raises: NotFound, when there is none; BrokenTable, when it does not hold together.
    """
    return medals_of(load_pack(KIND, key))


def medals_of(pack: Pack) -> Scheme:
    """The pack as a scheme of medals.

    Raises: BrokenTable, where it asks for what nobody knows of articles, or gives other medals.
    """
    scheme, name = scheme_of(pack), f"{KIND}/{pack.key}"
    if strange := [each.key for each in scheme.inputs if each.key not in KNOWN]:
        known = "、".join(KNOWN)
        raise BrokenTable(
            f"规则包 {name} 用到没有的文章数据：{'、'.join(strange)}；可用的是 {known}"
        )
    medals = {each.value for each in Medal if each is not Medal.NONE}
    if {each.key for each in scheme.levels} - medals or not scheme.levels:
        raise BrokenTable(f"规则包 {name} 的 level 须是 {'、'.join(sorted(medals))} 之中的")
    return scheme
