"""Parts of a figure: 其中仪表产业52.1亿元 is of the metric told before."""

from __future__ import annotations

import re

from zhuchao.core.facts.marks import Amount, Mark, Marked
from zhuchao.core.facts.scenes import Scene, organisation_read
from zhuchao.core.facts.sentences import said
from zhuchao.core.vocabulary.read import Read

# Between the part's name and its figure.
GAP = re.compile(r"(?:为|达到?|约|超过?|近|有|共|:)*$")
PART = re.compile(
    r"(?:其中[,，:]?|、|分别为|^)(?P<name>[\u4e00-\u9fff]{1,12}(?:产业|行业|板块|领域|集群|产业链|制造业|园区|片区|业))$"
)
FIRM_BEFORE = re.compile(r"(?:其中[,，:]?|[、,，:;；]|^)$")


def part_of(marked: Marked, amount: Amount, start: int) -> Mark | None:
    """The trade or firm right before a figure, where 其中 or a pause tells that it is a part."""
    gap = GAP.search(marked.text, start, amount.start)
    end = gap.start() if gap else amount.start
    firm = next((each for each in marked.organisations if each.end == end), None)
    if firm is not None and FIRM_BEFORE.search(marked.text, 0, firm.start):
        return firm
    trade = PART.search(marked.text, start, end)
    is_part = trade and "其中" in marked.text[max(0, start - 3) : end]
    return Mark(*trade.span("name")) if trade and is_part else None


def part_named(marked: Marked, part: Mark, page_text: str, scene: Scene) -> Read[str]:
    """The part's name, a firm's in full."""
    firm = next((o for o in marked.organisations if o.start == part.start), None)
    if firm is not None:
        return organisation_read(marked, firm, page_text, scene)
    return said(marked.sentence, page_text, part.start, part.end)
