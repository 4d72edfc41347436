"""Figures of a meeting or sale: what was signed, begun or sold on the day that is told."""

from __future__ import annotations

import re

from zhuchao.core.facts.marks import Amount, Dated, Marked, Worded
from zhuchao.core.vocabulary.fact import Dimension, Period
from zhuchao.core.vocabulary.read import Read, State

# 正式签约项目3个: counted on the day that it happened.
COUNTED_THAT_DAY = re.compile(
    r"^(?:现场|集中|正式|此次|本次).*(?:签约|开工|竣工|落户|投产)"
    r"|^(?:竣工|开工|投产)项目$|^(?:现场)?(?:走访|拜访|慰问|调研|考察)[^,，。;；]{0,6}(?:企业|项目|商会|园区)$"
)
SOLD_THAT_DAY = re.compile(r"(?:总|平均)成交(?:总|均)?[价额]|成交(?:总[价额]|均价)")
MEETING = re.compile(r"(?:现场|集中|会上|当天|当日|仪式上|活动中)$")
DONE_TOGETHER = re.compile(r"[^,，。;；]{0,6}(?:签约|开工|竣工|落户|投产)")
SIGNED_THERE = re.compile(
    r"(?:(?:现场|集中|会上)(?:签约|开工|竣工|落户|投产)[^,，。;；]{0,8}|(?:签约|开工|竣工|落户|投产)[^,，。;；\d]{0,10}项目)\d+个[,，、]?$"
    r"|\d+个[^,，。;；\d]{0,8}项目(?:现场|集中|正式|当场|同时|同日)?(?:签约|开工|竣工|落户|投产)[,，](?:计划|协议|合同)?$"
)
# 举行集中开工仪式，开工项目6个，总投资41.3亿元: what was done, agreed and met there.
MEETS = re.compile(
    r"(?:举行|举办|召开|开展|组织|承办)[^。;；]{0,40}?(?:仪式|大会|[接介谈聘约流览销布商公交]会|活动|拍卖会|[^说]现场会)"
    r"|集中(?:签约|开工|竣工)|(?:签约|开工|竣工|投产)仪式|(?:方式|形式)[^,，。;；]{0,4}(?:签约|开工|签下)|现场(?:签约|办公)"
)
DONE_THERE = re.compile(
    r"^(?!.*(?:累计|年))(?:(?:现场|集中|正式|新|共)*(?:签约|签订|签署|开工|竣工|达成|交办|办结|答复|采纳|对接|参会|参展|收集|发放|"
    r"展出|招聘|录用|成交|放款|授信|意向|协议|合同|计划|揭榜|受理|解决)[\u4e00-\u9fff]{0,8}|投资总额|投资额|引资额?|交易额|"
    r"[\u4e00-\u9fff]{0,6}(?:协议|订单|意向)(?:总?金额|总?额)?)$"
)
FROM_EARLIER = "沿用上文的时间"


def that_day(marked: Marked, metric: Worded, value: Amount | None) -> Dated | None:
    """The day of the sentence on which so many were signed or begun."""
    name = marked.text[metric.start : metric.end]
    is_counted = value is not None and value.dimension is Dimension.COUNT
    is_counted = is_counted and (
        bool(COUNTED_THAT_DAY.search(name)) or _is_of_meeting(marked, metric)
    )
    if not is_counted and not SOLD_THAT_DAY.match(name):
        return None
    days = _days_before(marked, metric)
    return days[-1] if days else None


def met_that_day(marked: Marked, metric: Worded) -> Dated | None:
    """The day of the meeting at which so much was signed, begun or lent, in the same sentence."""
    name = marked.text[metric.start : metric.end]
    if not DONE_THERE.match(name):
        return None
    days = _days_before(marked, metric)
    since = next((each.end for each in days if each.period == days[-1].period), 0)
    is_met = MEETS.search(marked.text, since, metric.end) if days else None
    return days[-1] if is_met else None


def _is_of_meeting(marked: Marked, metric: Worded) -> bool:
    """现场 before 签约项目: done on the day of the meeting."""
    start = max(0, metric.start - 4)
    is_act = DONE_TOGETHER.match(marked.text, metric.start, metric.end)
    return bool(is_act and MEETING.search(marked.text, start, metric.start))


def total_that_day(marked: Marked, metric: Worded) -> Dated | None:
    """现场签约项目16个，总投资73亿元: the total of what was signed that day."""
    days = _days_before(marked, metric)
    after = days[-1].end if days else 0
    return days[-1] if days and SIGNED_THERE.search(marked.text, after, metric.start) else None


def _days_before(marked: Marked, metric: Worded) -> list[Dated]:
    return [
        mark
        for mark in marked.dates
        if mark.end <= metric.start
        and mark.period
        and mark.period.last.day
        and not mark.period.is_range
    ]


def counted_on(
    marked: Marked, metric: Worded, value: Amount | None, day: tuple[Marked, Dated] | None
) -> Read[Period] | None:
    """会上集中签约项目11个: on the day that the paragraph told before."""
    name = marked.text[metric.start : metric.end]
    is_counted = value is not None and value.dimension is Dimension.COUNT
    is_counted = is_counted and bool(COUNTED_THAT_DAY.search(name))
    is_total = name.endswith("总投资") and SIGNED_THERE.search(marked.text, 0, metric.start)
    if day is None or marked.dates or not (is_counted or is_total):
        return None
    where, mark = day
    if where is marked or where.sentence.paragraph != marked.sentence.paragraph:
        return None
    read = mark.read(where.sentence)
    return Read(read.value, State.INFERRED, read.span, why=FROM_EARLIER)
