"""When a figure was measured: the last month, quarter, year or range that can be meant."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from zhuchao.core.facts.carrying import is_price, told_before
from zhuchao.core.facts.marks import Amount, Dated, Marked, Worded
from zhuchao.core.facts.measuring_dates import told_for
from zhuchao.core.facts.meeting_days import (
    FROM_EARLIER,
    met_that_day,
    that_day,
    total_that_day,
)
from zhuchao.core.vocabulary.fact import Period, When
from zhuchao.core.vocabulary.read import Read, State

FROM_BOTH = "从年初到文中所说的那一天"
# What is yet to come has no period of its own.
TO_COME = re.compile(
    r"届时|将用于|计划新建|规划建设|达产|投产后|建成后|投用后|全部投产|项目建成|满产|(?:预计|将|可)[^,，。;；]{0,10}$|(?:可|将)(?:达|实现|新增|带动)"
)
END_OF_PERIOD = re.compile(r"(?:^|[,，。;；:：]|截至|截止)(?:本?报告)?期末")
MONTH = re.compile(r"[当本单]月")
MONTHLY = re.compile(r"(?:^|[,，。;；:：中])(?:当月|本月|单月)")
PAST_YEAR = re.compile(r"过去一年|一年来")
THIS_YEAR = re.compile("[今本当]年(?!以来|来)")
PAUSE = re.compile("[,，;；]")
ALREADY = re.compile(r"^[^,，;；]{0,12}已")
AT_ITS_END = "到这个时候为止"
# 签约项目58个，总投资213亿元: the total of what was counted in a period.
COUNTED_BEFORE = re.compile(
    r"\d+个(?:[^,，。;；\d]{0,8}项目(?:现场|集中|正式|当场|同时|同日)?(?:签约|开工|竣工|落户|投产))?"
    r"[,，、]?(?:计划|协议|合同)?$"
)
# The total of projects, what is made each year: no period of what was measured.
TIMELESS = re.compile(
    r"总投资$|投资总额$|年(?![度均内初末中利化]|均)(?!.{0,3}计划)|每[年日]"
    r"|日(?:产|供|处理|加工|销|输|发电|消纳|屠宰|吞吐|利用|处置)"
)
# 去年销售收入6亿元，镜片年产能4500万片: what can be made stands, unless 截至 tells when.
OF_YEAR = re.compile(
    r".[年日](?:总?产量|产能|销量|出口量|加工量|处理量|总?产值|收入|营业收入|销售收入|销售额|税收|纳税|利润)$"
)
DIGIT = re.compile(r"\d")
YEAR_OF_LIST = re.compile(r"(?<!半)年度$")
# 2025年度工业企业综合评价结果: the year that is judged.
JUDGED = re.compile(r"[^,，。;；]{0,16}(?:评价|考核|统计|决算|运行|经营|财务)")
# 最高负荷将达到168万千瓦
WILL_REACH = re.compile(
    r"(?:预计)?(?:将|可望|有望|预计)(?:达到?|突破|实现|超过?|增至|提高|提升|缩短|降)"
)
# 2025年度预计实现营业收入: the year of the forecast stands in its own clause.
WILL_BE_DONE = re.compile(r"达产|投产后|建成后|投用后|全部投产|项目建成|满产")


def period_of(
    marked: Marked,
    metric: Worded,
    value: Amount | None,
    told: tuple[tuple[Marked, Dated] | None, date | None],
) -> Read[Period] | None:
    """The period of a metric in its sentence, else what an earlier one ``told``; 今年已 runs to the
    page's day."""
    name = marked.text[metric.start : metric.end]
    earlier, today = told
    before = told_for(marked, metric, value)
    is_counted = COUNTED_BEFORE.search(marked.text, max(0, metric.start - 24), metric.start)
    is_total = bool(name.endswith("总投资") and is_counted)
    day = None if before else _day_of(marked, metric, is_total=is_total)
    if day is not None or _is_timeless(name, before, is_total=is_total):
        return day.read(marked.sentence) if day else None
    if END_OF_PERIOD.search(marked.text, 0, metric.end):
        return _at_end(marked, before, earlier)
    is_to_come = TO_COME.search(marked.text, 0, metric.start)
    is_to_come = is_to_come or WILL_REACH.match(marked.text, metric.end)
    if is_to_come and not _is_estimate(marked, before, today):
        return _forecast(marked, metric, before)
    if _is_monthly(marked, metric, before):
        return _of_month(marked, before, earlier)
    return _in_own_sentence(marked, metric, value, (before, today)) or (
        None
        if earlier is None or before or is_price(name, value)
        else told_before(marked, metric, *earlier)
    )


def _day_of(marked: Marked, metric: Worded, *, is_total: bool) -> Dated | None:
    """The day of the meeting at which so much was signed or begun in all."""
    day = total_that_day(marked, metric) if is_total else None
    return day or met_that_day(marked, metric)


def _is_timeless(name: str, before: list[Dated], *, is_total: bool) -> bool:
    if OF_YEAR.search(name):
        return not (before and before[-1].period and before[-1].period.first is None)
    if name.endswith("总额") and before and before[-1].period and not before[-1].period.first:
        return False  # 截至2025年底，企业达43家，投资总额超6亿美元
    return TIMELESS.match(name) is not None and not (before and is_total)


def _is_estimate(marked: Marked, before: list[Dated], today: date | None) -> bool:
    """2025年，预计全县生产总值增长6%, told in 2026: a year that is over."""
    period = before[-1].period if before else None
    year = period.last.year if period else None
    is_over = today is not None and year is not None and year < today.year
    return is_over and not WILL_BE_DONE.search(marked.text)


def _at_end(
    marked: Marked, before: list[Dated], earlier: tuple[Marked, Dated] | None
) -> Read[Period] | None:
    """报告期末总资产: all up to the end of the period that was told."""
    where, mark = (marked, before[-1]) if before else earlier or (marked, None)
    if mark is None or mark.period is None:
        return None
    span = mark.read(where.sentence).span
    return Read(replace(mark.period, first=None), State.INFERRED, span, why=AT_ITS_END)


def _in_own_sentence(
    marked: Marked, metric: Worded, value: Amount | None, told: tuple[list[Dated], date | None]
) -> Read[Period] | None:
    """The last period before the metric, all up to a day, or the day of what was counted."""
    before, today = told
    until = [mark for mark in before if mark.period and mark.period.first is None]
    is_this_year = _is_year(before) and THIS_YEAR.match(marked.text, before[-1].start)
    if until and (before[-1] is until[-1] or is_this_year):
        return _until(marked, before[-1], until[-1])
    if before:
        return _in_sentence(marked, metric, before[-1], today)
    day = that_day(marked, metric, value)
    return day.read(marked.sentence) if day else None


def _is_year(marks: list[Dated]) -> bool:
    period = marks[-1].period if marks else None
    return period is not None and period.last.month is None


def _is_monthly(marked: Marked, metric: Worded, before: list[Dated]) -> bool:
    """当月 reaches to the end of its sentence, up to another date."""
    if not MONTH.search(marked.text):
        return False
    told = [found.start() for found in MONTHLY.finditer(marked.text, 0, metric.start)]
    return bool(told) and not any(mark.start > told[-1] for mark in before)


def _of_month(
    marked: Marked, before: list[Dated], earlier: tuple[Marked, Dated] | None
) -> Read[Period] | None:
    """当月新开工9个: the last month that was told."""
    where, mark = (marked, before[-1]) if before else earlier or (marked, None)
    last = mark.period.last if mark and mark.period else None
    if mark is None or last is None or last.month is None:
        return None
    span, month = mark.read(where.sentence).span, When(last.year, last.month)
    return Read(Period(month, month), State.INFERRED, span, why=FROM_EARLIER)


def _in_sentence(
    marked: Marked, metric: Worded, mark: Dated, today: date | None
) -> Read[Period] | None:
    """The period before the metric: 9月末 is all up to it, 今年已 runs up to the page's day."""
    read = mark.read(marked.sentence)
    if read.value is None:
        return read
    told, since = marked.text[mark.start : mark.end], marked.text[mark.end : metric.end]
    if told.endswith(("末", "底")):
        return Read(replace(read.value, first=None), State.INFERRED, read.span, why=AT_ITS_END)
    if told in ("今年", "本年") and today is not None and ALREADY.search(since):
        last = When(today.year, today.month, today.day)
        return Read(Period(When(today.year, 1, 1), last), State.INFERRED, read.span, why=FROM_BOTH)
    return read


def _until(marked: Marked, year: Dated, until: Dated) -> Read[Period]:
    """All up to the day told; from January where 今年 follows: 截至目前，今年已外出招商."""
    read = until.read(marked.sentence)
    is_this_year = year is not until and THIS_YEAR.match(marked.text, year.start)
    if not is_this_year or year.period is None or until.period is None or read.value is None:
        return read
    if year.period.last.year is None:
        return read
    last = until.period.last
    first = When(year.period.last.year, 1, 1) if last.day else When(year.period.last.year, 1)
    return Read(Period(first, last), State.INFERRED, read.span, why=FROM_BOTH)


def _forecast(marked: Marked, metric: Worded, before: list[Dated]) -> Read[Period] | None:
    """预计2026年产能利用率: what is yet to come has the period of its own clause alone."""
    near = [
        mark for mark in before if not re.search("[,，;；]", marked.text[mark.end : metric.start])
    ]
    if not near or WILL_BE_DONE.search(marked.text, 0, metric.start):
        return None
    return near[-1].read(marked.sentence)


def holds_on(marked: Marked, mark: Dated) -> bool:
    """The last range or year of a sentence holds on; a month, 截至, 今年以来 and the year of a list
    (2026年度) do not."""
    period = mark.period
    is_list = YEAR_OF_LIST.search(marked.text, mark.start, mark.end)
    if period is None or (is_list and not JUDGED.match(marked.text, mark.end)):
        return False
    if PAST_YEAR.match(marked.text, mark.start):
        return True
    if period.first is None and DIGIT.search(marked.text, mark.start, mark.end):
        return True
    is_since = period.first is None or period.last.day is not None
    return not is_since and (period.is_range or period.last.month is None)
