"""Whose daughter a firm is: 乙是甲的全资子公司, 甲旗下企业乙, 乙由甲全资设立."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from zhuchao.core.facts.marks import Marked, Named
from zhuchao.core.facts.projects import PRIVATE

# 乙是甲的全资子公司, 甲全资子公司乙.
CHILD_OF = re.compile(r"(?:\([^()]*\))?[,，]?(?:是|为|系|属于?|隶属于?)(?:由)?")
DAUGHTER = re.compile(
    r"(?=[^,，。;；]{0,12}(?:旗下|下属|所属|麾下|全资|控股|子公司|成员))(?:在[^,，。;；]{2,8})?"
    r"(?:旗下|下属|所属|麾下|设立|成立|投资)*的?(?:一家|首家|第[一二三四五六]家|唯一|全资|控股|下属|核心|重要|骨干|主要|成员)*的?(?:子公司|孙公司|企业|公司|板块|单位|成员)"
)
# 乙由甲全资设立.
MOTHER = re.compile(
    r"(?:\([^()]*\))?的?(?:母公司|控股股东|投资方|上级公司|大股东|东家|股东方|上级集团|总公司)(?:就?是|为|系|[,，、:：]|即)?"
)
# 公司全资子公司…; …股份有限公司董事会 below the paper.
OWN = re.compile(
    r"(?:^|[,，。;；由以:：、])(?:本|我|近日[,，])?公司(?:的|之)?(?:全资|控股)(?:子|孙)公司$"
)
SIGNS = re.compile(r"\s*董事会\s*。?")
FOUNDED_BY = re.compile(r"(?:\([^()]*\))?[^,，。;；]{0,6}由")
FOUNDS = re.compile(
    r"(?:全资|独资|投资|出资|控股|单独)+(?:设立|成立|组建|创办|创立|控股|持股)|(?:全资|绝对|相对)控股"
)


def mother_of(child: str, page: Sequence[Marked]) -> tuple[Marked, Named] | None:
    """乙是甲的全资子公司: whose daughter the firm is said to be, anywhere on the page."""
    if any(_is_daughter(child, marked) for marked in page):
        return signer_of(page)
    for marked in page:
        named = [each for each in marked.organisations if each.kind in PRIVATE]
        for first, second in pairwise(named):
            between = marked.text[first.end : second.start]
            is_child = first.name == child and CHILD_OF.fullmatch(between)
            if is_child and DAUGHTER.match(marked.text, second.end):
                return marked, second
            if first.name == child and MOTHER.fullmatch(between):
                return marked, second
            is_founded = first.name == child and FOUNDED_BY.fullmatch(between)
            if is_founded and FOUNDS.match(marked.text, second.end):
                return marked, second
            if second.name == child and DAUGHTER.match(marked.text, first.end) and not between[8:]:
                return marked, first
    return None


def _is_daughter(child: str, marked: Marked) -> bool:
    """公司全资子公司某某有限公司: whose page it is."""
    return any(
        each.name == child and OWN.search(marked.text, max(0, each.start - 14), each.start)
        for each in marked.organisations
    )


def signer_of(page: Sequence[Marked]) -> tuple[Marked, Named] | None:
    """The firm whose board signs the paper in a line of its own."""
    for marked in reversed(page):
        for each in marked.organisations:
            is_line = not each.start and SIGNS.fullmatch(marked.text, each.end)
            if each.kind in PRIVATE and not each.why and is_line:
                return marked, each
    return None
