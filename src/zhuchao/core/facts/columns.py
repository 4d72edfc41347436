"""What the columns of a table compare with: 指标 | 累计完成 | 同比 | 占全年计划."""

from __future__ import annotations

import re

from zhuchao.core.facts.comparing import Compared
from zhuchao.core.facts.marks import Amount, Marked
from zhuchao.core.vocabulary.fact import Comparison, Dimension

KINDS = re.compile(
    r"同比|环比|占[\u4e00-\u9fff]{2,10}|(?:较|比)[\u4e00-\u9fff]{2,6}|超序时(?:进度)?"
)
LEAST = 3


def heads_of(marked: Marked) -> tuple[str, ...]:
    """The heads of a table's columns; empty where the line is none."""
    if marked.text.count("|") < LEAST - 1 or marked.amounts:
        return ()
    return tuple(cell.strip() for cell in marked.text.strip("| ").split("|"))


def compared_by_column(marked: Marked, amount: Amount, heads: tuple[str, ...]) -> Compared | None:
    """A bare share in a cell whose column's head tells with what it is compared."""
    text = marked.text
    left, right = text.rfind("|", 0, amount.start), text.find("|", amount.end)
    cell = text[left + 1 : right if right >= 0 else len(text)].strip()
    is_bare = cell == text[amount.start : amount.end] and amount.dimension is Dimension.PERCENT
    column = text[: left + 1].strip("| ").count("|") + 1
    kind = KINDS.match(heads[column]) if is_bare and column < len(heads) else None
    read = amount.read(marked.sentence)
    if kind is None or read.value is None:
        return None
    return Compared(marked, amount.start, 1.0, Comparison(kind[0], read))
