"""Organisations that an optional tagger proposes, beside those that the words themselves tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from zhuchao.core.facts.marks import Mark, Marked, Named, is_free
from zhuchao.core.vocabulary.fact import OrganisationKind

PROPOSED = "标注模型认作单位"
SHORTEST, LONGEST = 4, 20
NAME = re.compile(r"[\u4e00-\u9fffa-z0-9()（）·]+")
# A body without a name of its own, a department, a branch: no organisation by itself.
BARE = re.compile(
    r"[省市县区镇乡州旗党国]?(?:委|政府|人大|政协|纪委|监委|法院|检察院|党组|党委|党工委|管委会)"
    r"|(?:我|该|本|各|全|省|市|县|区|州)[\u4e00-\u9fff]{0,6}|.*(?:汽车|能源|项目|会议|大会|活动|论坛|仪式|部门|单位|企业|产业|集群|队|专班)"
)

PROJECT = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:项目|基地|基金|总部|中心|人才|产业|零部件|工厂|生产线)|有限|股份"
)


class Tagger(Protocol):
    """Something that marks names of organisations in a text."""

    def organisations(self, text: str) -> Iterable[tuple[int, int]]:
        """The ranges of the text that it takes for organisations, in order."""
        ...


def with_tagged(marked: Marked, organisations: list[Named], tagger: Tagger | None) -> list[Named]:
    """The organisations with what the tagger proposes where no other mark stands, in order.

    What it proposes is inferred, and of unknown kind.
    """
    if tagger is None:
        return organisations
    taken: list[Mark] = [*organisations, *marked.dates, *marked.places, *marked.amounts]
    found = [
        Named(start, end, marked.text[start:end], OrganisationKind.COMPANY, PROPOSED)
        for start, end in tagger.organisations(marked.text)
        if _is_name(marked, start, end) and is_free(start, end, taken)
    ]
    return sorted([*organisations, *found], key=lambda each: each.start)


def _is_name(marked: Marked, start: int, end: int) -> bool:
    """Whether it is more than words of trades (新能源汽车), and no part of a project's name."""
    name = marked.text[start:end]
    is_common = marked.ground.lexicon.words("namepart").is_made_of(name)
    is_part = PROJECT.match(marked.text, end)
    is_sized = SHORTEST <= len(name) <= LONGEST and NAME.fullmatch(name)
    return bool(is_sized) and not (is_common or is_part or BARE.fullmatch(name))
