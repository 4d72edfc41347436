"""Figures whose metric or owner stands apart from them: before a list, in the clause before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhuchao.core.facts.drafts import Draft
from zhuchao.core.facts.marks import Amount, Mark, Marked, Worded
from zhuchao.core.facts.metrics import last
from zhuchao.core.facts.parts import firm_before
from zhuchao.core.facts.respective import Share

# 分别为: one figure each.
EACH_IS = re.compile(r"[,，]?(?:分别|依次)(?:为|达到?|是|有)(?:约|近)?")
LEAST_APART = 2
# 亩均税收最高，达27.9万元; 占比首次过半，达51.5%
PEAK = re.compile(
    r"(?:最[高低多大少快]|[居列][^,，]{1,8}|位[居列][^,，]{1,8}|排名[^,，]{1,8}|首次[^,，]{1,4}|再?创[^,，]{0,6}新高|持续[^,，]{2,4})"
    r"[,，](?:达到?|为|至|实现)了?(?:约|近)?"
)
# 产值居前五位的企业.
RANKED = re.compile(
    r"[^。;；]{0,16}(?:(?:居|列|排)(?:全[市县区])?前|排名|前[一二两三四五六七八九十]|依次|[:：])"
)
# 拉动GDP增长2.9个百分点, 本次投资占净资产的39.6%: no change of the metric.
PULLING = re.compile(r"拉动|带动(?=GDP|gdp|地区|全)|投资$")
PULLED = re.compile(r"(?:拉动|带动)(?:全[省市县区])?$")


def apart_of(
    marked: Marked, group: Sequence[Amount], metrics: Sequence[Worded], start: int
) -> list[Draft]:
    """甲镇、乙镇完成投资居前，分别为31亿元、25亿元: the metric of the clause before."""
    peak = last(metrics, 0, start, of=group[0]) if len(group) == 1 else None
    if peak is not None and PEAK.fullmatch(marked.text, peak.end, group[0].start):
        return [Draft(marked, peak, group[0])]
    is_apart = EACH_IS.fullmatch(marked.text, start, group[0].start)
    metric = last(metrics, 0, start, of=group[0]) if is_apart else None
    if metric is None or len(group) < LEAST_APART:
        return []
    return [
        Draft(marked, metric, figure, share=Share(nth, len(group), figure.start, metric.start))
        for nth, figure in enumerate(group)
    ]


def listed_of(
    marked: Marked, amount: Amount, metrics: Sequence[Worded], start: int
) -> Draft | None:
    """产值居前五位的企业依次为:甲28.6亿元、乙19.7亿元: the metric stands before the list."""
    firm = firm_before(marked, amount, start)
    if firm is None:
        return None
    metric = last(metrics, 0, firm.start, of=amount)
    if metric is None or not RANKED.match(marked.text, metric.end):
        return None
    return Draft(marked, metric, amount, of=firm)


def shared_with(marked: Marked, share: Worded, drafts: Sequence[Draft]) -> Mark | None:
    """高技术制造业投资增长8%，占工业投资比重41.8%: the share is of the metric before."""
    is_bare = marked.text.startswith("占", share.start)
    return drafts[-1].metric if is_bare and drafts and drafts[-1].of is None else None


def is_pulled(text: str, named: Worded) -> bool:
    """Whether the change is what something else has done to the metric."""
    return bool(PULLING.match(text, named.start, named.end) or PULLED.search(text, 0, named.start))
