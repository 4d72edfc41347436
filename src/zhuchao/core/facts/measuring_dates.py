"""The dates of a sentence that can be when something is measured."""

from __future__ import annotations

import re
from dataclasses import replace

from zhuchao.core.facts.marks import Amount, Dated, Marked, Worded
from zhuchao.core.vocabulary.fact import Period, When

PAUSE = re.compile("[,，;；]")
# 2019年撤县设市 dates the foundation, no figure.
FOUNDED = re.compile(
    r"\s?(?:[,，]?(?:经[^,，]{2,10})?)(?:撤|设立|获批|成立|创建|批准|升格|更名|批复|挂牌|建[县市区园]|被列|由|[^,，。;；]{0,12}(?:批准|批复)(?:设立|成立|为)?|[,，]?位于)"
)
FOUNDED_IN = re.compile(
    r"(?:成立|创办|创建|始建|兴建|建|设立|组建|注册|落户|上市|获批|起步|启动)于$"
)
# 明年一季度投产, 一季度重大项目集中签约: a date of what happens, not of what is measured.
HAPPENS = re.compile(
    r"(?:底|前|底前|份)?(?:全面|正式|建成|全部|即可|将)?(?:开工|破土|复工|揭牌|投产|竣工|完工|投用|交付|进行|启动|签约|摘牌|落户|试产|试生产|试运行|试运营|投料|封顶|奠基|动工|挂牌|完成[^,，。;；\d]{0,8}(?:安装|验收|调试|场平|招标))(?![^,，。;；]{0,6}项目\d|[^,，。;；]{0,8}率)"
    r"|度?(?:第[一二三四五六]批|(?:国家|省|市|区|县)级)[^,，。;；]{0,20}(?:资金|项目|名单|企业)"
    r"|(?:[春夏秋冬]季)?(?:全[市县区省])?(?:重大|重点|产业|招商|工业|科技|民生|[“”])*项目(?:集中|建设|观摩|推进|签约|开工|竣工)"
)
# 2025年9月，公司与甲签订投资协议，总投资15亿元: a month of what happened.
AGREED = re.compile(
    r"(?:底|末|初)?[,，]?[^。;；\d]{0,40}?(?:签订|签署|竞得|摘得|摘牌|审议通过|在[^,，。;；]{2,12}(?:设立|成立|注册)|注册成立|投资设立|开工建设|动工建设)"
)
COMPARED_WITH = re.compile(
    r"(?:(?<![\u4e00-\u9fff])对|局对|比|较|快于|高于|低于|慢于|超|为|占|完成)$"
)
# 继2021年、2023年后第三次增资
AFTER = re.compile(r"(?:、20\d\d年)*(?:之|以)?后(?![期续])")
# 由上年同期的1.41: another time's figure.
SAME_TIME = re.compile("同期|同月")
PLANNED = re.compile(r"(?:计划|目标|任务|预算)")
# 2026年政府工作报告: the year of a paper.
OF_PAPER = re.compile(
    r"(?:国庆|春节|五一|“五一”|端午|中秋|清明|元旦|暑期)?(?:假期|假日|黄金周|小长假)|度?(?:全?[市县区省])?(?:政府|[人政]大|政协|法院|检察院)?[^,，。;；\d]{0,8}(?:工作报告|工作要点|行动(?:计划|方案)|实施方案|工作方案|清单|办法|规划纲要)"
)
# 由年初的560人减至512人: when it was as many.
FROM = re.compile(r"[由从][^,，]{0,3}$")
# 当年签约当年开工率
OF_YEAR = "当年"
# 2026年半年度报告, 2026年第三季度报告: what is reported on.
REPORTED = re.compile(r"(?P<half>半年度)|第?(?P<quarter>[一三])季度(?=报告|业绩)")
REPORTED_MONTHS = {"一": (1, 3), "三": (7, 9)}


def periods_of(marked: Marked) -> list[Dated]:
    """The dates that can be when something is measured: a month, a year, a range.

    A day is when something happened; 2019年撤县设市 dates a foundation; 比去年 and 占全年计划
    belong to a comparison.
    """
    if not marked.periods:
        marked.periods.append(_periods_of(marked) if marked.dates else [])
    return marked.periods[0]


def _periods_of(marked: Marked) -> list[Dated]:
    return [
        mark
        for mark in (_reported(marked, each) for each in marked.dates)
        if mark.period is not None
        and (mark.period.is_range or mark.period.last.day is None)
        and not HAPPENS.match(marked.text, mark.end)
        and not OF_PAPER.match(marked.text, mark.end)
        and not FOUNDED.match(marked.text, mark.end)
        and not (is_month(mark) and AGREED.match(marked.text, mark.end))
        and not FOUNDED_IN.search(marked.text, 0, mark.start)
        and not COMPARED_WITH.search(marked.text, 0, mark.start)
        and not PLANNED.match(marked.text, mark.end)
        and not AFTER.match(marked.text, mark.end)
        and not SAME_TIME.match(marked.text, mark.end)
    ]


def _reported(marked: Marked, mark: Dated) -> Dated:
    """The half year or quarter of a report: 2026年半年度."""
    report = REPORTED.match(marked.text, mark.end)
    year = mark.period.last.year if mark.period else None
    if report is None or year is None or mark.period is None or mark.period.last.month:
        return mark
    first, last = (1, 6) if report["half"] else REPORTED_MONTHS[report["quarter"]]
    return replace(mark, end=report.end(), period=Period(When(year, first), When(year, last)))


def is_month(mark: Dated) -> bool:
    """Whether it is a month or year alone, no range."""
    return mark.period is not None and not mark.period.is_range


def has_month(mark: Dated) -> bool:
    return mark.period is not None and mark.period.last.month is not None


def told_for(marked: Marked, metric: Worded, value: Amount | None) -> list[Dated]:
    """The periods before the metric, in brackets behind it, and between it and its figure."""
    own = [m for m in periods_of(marked) if m.end <= metric.end]
    own = [m for m in own if not marked.text.startswith(OF_YEAR, m.start) or m.end <= metric.start]
    return own + _in_brackets(marked, metric) + _between(marked, metric, value)


def _in_brackets(marked: Marked, metric: Worded) -> list[Dated]:
    """居民人均可支配收入(上半年)18742元: a period of the metric's own behind it."""
    if not marked.text.startswith(("(", "（"), metric.end):
        return []
    return [
        mark
        for mark in periods_of(marked)
        if mark.start == metric.end + 1 and marked.text.startswith((")", "）"), mark.end)
    ]


def _between(marked: Marked, metric: Worded, value: Amount | None) -> list[Dated]:
    """规上工业总产值上半年达到186亿元: a period between the metric and its figure."""
    if value is None or PAUSE.search(marked.text, metric.end, value.start):
        return []
    return [
        mark
        for mark in periods_of(marked)
        if metric.end <= mark.start
        and mark.end <= value.start
        and not FROM.search(marked.text, metric.end, mark.start)
    ]
