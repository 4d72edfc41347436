"""Targets: a metric with the figure that it is to reach, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from zhuchao.core.facts.goals_apart import goals_apart
from zhuchao.core.facts.marks import Amount, Dated, Mark, Marked, Worded, within
from zhuchao.core.facts.metrics import BREAK, last, metrics_of, named_in
from zhuchao.core.facts.sentences import Clause, clauses_of, said
from zhuchao.core.facts.shares import share_at
from zhuchao.core.facts.unlisted import unlisted
from zhuchao.core.vocabulary.fact import Dimension, Goal, Period, When
from zhuchao.core.vocabulary.read import Read, State

# With what each aim begins.
FIRST = "列下敲定明部确锁制提安年将力冲2今一二三四有强要全争目计到规努奋预五未经议"
AIM = re.compile(
    rf"(?=[{FIRST}])(?:"
    r"(?:列出|下达|定下|敲定|明确|部署|确立|锁定|制定|提出|安排)[^,，。;；:：]{0,10}(?:账本|目标|任务|清单|指标|任务书|计划)(?:是|为)?[:：,，]|年内(?:要|将|计划|力争|再|还将)?(?=(?:完成|实现|新增|盘活|引进|培育|建成|新建|签约|开工|竣工|投产|新引进|新签约|新开工)[^,，。;；]{0,14}\d)|将(?=[^。;；]{20,60}(?:不低于|不少于))|力争|确保|冲刺|(?:20\d\d年|今年|明年|年内|下半年|[一二三四]季度)[^,，。;；]{0,4}将(?=[^,，。;；]{0,3}(?:新增|新建|培育|引进|再|新|建成|完成|推出|开通)[^,，。;；]{1,16}\d)|将(?=[^,，。;；]{2,20}(?:不低于|不少于))|有望(?:达到|突破|实现|超过)|(?:强调|(?<!准入)(?<!入园)(?<!投资)(?<!供地)要求)[,，:：](?=[^。;；]*(?:不低于|不少于|突破))|(?<![需主重必])要(?:在|于|确保)(?=[^,，。;；]{2,8}前)|(?<![需主重必])要(?:再|还)?(?:完成|实现|新增|达到?(?=\d)|增长(?=\d)|再增|引进|新开工|突破|超过|力争|增长到|提高到|建成|新签约|新引进|新招引|培育)|(?:全年|年度)(?:工作)?(?:目标任务|目标|任务)(?:为|是|[:：])|(?<![多少已])争取(?!贷款|贴息|补贴|补助|授信|融资|上级|中央|省级|省市|各类|各项|专项|资金|到位|到各|债券|政策|国家|外资|到(?!20|今|明))(?=.*\d)|(?<!全年)(?<!年度)目标|计划到|到20\d\d年|规划到|努力实现|奋力|预期|(?:20\d\d年|今年|明年|下一步|年内|下半年|[一二三四]季度)[,，]?[^,，。;；项公企厂]{0,12}(?:将|要|计划|拟)(?=(?:新增|新建|建设|培育|引进|再|建成|完成|推出|开通|改造|盘活|打造|新签约|新引进|招引|举办|组织|集中签约|签约|实施|集中开工|新开工|开工|竣工|新竣工|投产|接待|拜访)[^,，。;；]{1,16}\d)|三年内|五年内|(?:今后|未来)[三五]年|经过[三五]年努力"
    r"|(?<!占)(?:20\d\d年|今年|明年|全年)度?(?:还)?计划(?!投资|总投资|的|目标|任务|数)"
    r"|下(?:一?周|个?月|一?阶段|个?季度)[,，]?[^,，。;；]{0,4}(?:计划|拟|将|力争|安排)"
    r"|到“?十[四五]五”?末|(?:明确|提出|部署|要求|确定|议定)[,，:：](?=今年|明年|到|20\d\d年|全年|年内|[上下]半年|[一二三四]季度)"
    r")"
)
# GDP预期增长7%: the metric stands before the word.
YEAR = re.compile(r".")
# 由70分钟缩短至15分钟: the first figure is what was.
WAS = re.compile(r"[提增扩上下降减压缩跃攀升][高升加大长降低少缩短小升]?(?:了)?[至到]")
OF_PROJECT = re.compile(
    r"投产(?!\d|[^,，。;；]{0,12}\d+个)|竣工(?!\d|[^,，。;；]{0,12}\d+个)|(?<!新)开工(?!\d|[^,，。;；]{0,12}\d+个)|达产|交付|投用|建成后|建成[,，]|有效期|公示|截止|施行|届满|起止|项目(?:计划|预计)?(?:总)?投资"
)
# What a headline says of a paper that aims.
PLAN = re.compile(
    r"(?:目标|任务|军令)(?:责任)?书|责任状|攻坚目标|任务清单|作战图|行动(?:方案|计划)|规划|目标任务|任务分解|工作要点|重点工作(?!进展|推进|完成|落实|总结|情况)|全会|誓师|实施方案|奋斗目标|发展目标|预期目标|主要目标"
)
PAST = re.compile(
    r"已|同比|去年|上年|截至|今年以来|完成了|实现了|累计(?!下降|培育)|近年来|目前|现有|获评|回顾|一季度(?!.*(?:力争|确保))|"
    r"审议|召开|举行|奖励|补助|补贴|给予"
)
# 到2030年突破500亿元: the metric told before once more.
# 四、下步打算: what stands below is aimed at.
SECTION = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十]{1,2}[)）]?[、.]|【)[^。;；:：】\n]{2,24}")
LOOKS_AHEAD = re.compile(
    r"工作(?:安排|打算|计划|思路|部署)|下一?步|下阶段|下半年(?:工作)?(?:安排|打算)|今后"
    r"|(?:主要|预期|发展)目标|目标任务"
)
AGAIN = re.compile(
    r"(?:并|再|且|力争|全年|今年|明年|有望|预计)*(?:到|至)?(?:20\d\d年|“?十[四五]五”?)?(?:底|末|前)*(?:力争)?(?:突破|达到?|增长到|提高到|提升至|实现|超过)+|年均(?:增长|增速达?到?)?"
)
# 去年产值412亿元，今年目标是450亿元: of the metric told right before.
ITS_TARGET = re.compile(
    r"(?:力争|争取|确保|计划|预计|有望)(?:到|至)?20\d\d年(?:底|末)?(?:力争|有望)?(?:达到?|突破|超过|增至|提升至|增加到)?|(?:而|但)?(?:今年|明年|全年|20\d\d年|年度|下一步|[一二三四]季度|下半年)(?:度)?的?(?:(?:工作|预期|发展|奋斗)?目标(?:是|为|定为|值为|:)?|(?:力争|预计|计划|争取|有望|确保)(?:达到?|突破|实现|做到|完成|超过|增至|提升至)?)(?:要)?(?:达到?|突破|实现)?"
)
AIM_BETWEEN = re.compile(r"预期|力争|确保|争取|目标|要")
# What the figure has passed already is no target.
REACHED = re.compile(r"已|达到了|完成了|实现了|明确|反映")
# 力争规上工业增加值增长8%以上: a rate of growth that is aimed at.
# 产值翻一番, 规上企业全覆盖: reached without a figure.
RATE = re.compile(r"增速|增幅")
IN_YEARS = re.compile(r"[三五]年内")
IN_WORDS = re.compile(r"翻[一两]?番|倍增|全覆盖|清零|零增长|全达标|实现过半|双过半")
# 竣工入库一批: no figure.
BATCH = "一批"
BRACKETS = re.compile(r"[()（）]|至少")
RISE = re.compile("(?:预期|预计|力争|确保|目标|计划|要|将)*(?:分别|均|年均|同比)*增长")
VERB = re.compile(
    r"^(?:先行|有望|目标值?为|目标是|目标定为|预期|预计|要|将|由|的|力争|确保|争取|目标|分别|均(?=增长|提高|下降)|:|：|年(?!均)|全年)*"
)
AFTER = re.compile(
    r"(?:以上|左右|台阶|以内)+(?:、(?:同比)?增长\d+(?:\.\d+)?%(?:以上|左右)?)?|"
    r"、(?:同比)?增长\d+(?:\.\d+)?%(?:以上|左右)?"
)
SO_FAR = re.compile(r"目前|现已|已|截至")
WHOLE_YEAR = "说的是全年，年份按发布日期推定"
LONGEST_GAP = 14
FROM_BEFORE = "沿用上一句的期限"
# The deadline stands behind 力争, or right before it.
BEFORE_AIM = 16
# A year that a sentence begins with is its deadline wherever 力争 stands.
LATEST_OPENING = 4
OPENS = re.compile(
    r"度?(?:(?:里|中)?[,，]|是|的?(?:总体|主要|预期|工作)|实施|完成|安排|谋划|新引进|新增|我们|全[市县区镇])"
)


def goals_in(
    page: Sequence[Marked], headline: Sequence[Marked], page_text: str, today: date | None
) -> Iterator[Goal]:
    """The targets of a page in order; a sentence without a deadline has that of the one before.

    What the headline calls a plan aims at every figure that is not past.
    """
    is_plan = any(PLAN.search(each.text) for each in headline)
    dated = [_deadline(d, each) for each in headline for d in each.dates if d.period]
    whole = dated[-1] if is_plan and dated else None
    earlier, paragraph, is_ahead = whole, -1, False
    for marked in page:
        if marked.sentence.paragraph != paragraph:
            is_ahead = _is_of_plans(marked, is_ahead=is_ahead)
            earlier = earlier if is_plan or is_ahead else None
            paragraph = marked.sentence.paragraph
        for goal in goals_of(
            marked, page_text, today, is_plan=is_plan or is_ahead, is_below=is_ahead
        ):
            earlier = goal.by or earlier
            yield goal if goal.by or earlier is None else replace(goal, by=_carried(earlier))


def _is_of_plans(marked: Marked, *, is_ahead: bool) -> bool:
    """Whether the paragraph stands below a heading that looks ahead: 二、2026年工作安排."""
    heading = SECTION.match(marked.text)
    return bool(LOOKS_AHEAD.search(heading[0])) if heading else is_ahead


def _carried(by: Read[Period]) -> Read[Period]:
    return Read(by.value, State.INFERRED, by.span, why=FROM_BEFORE)


def goals_of(
    marked: Marked,
    page_text: str,
    today: date | None,
    *,
    is_plan: bool = False,
    is_below: bool = False,
) -> Iterator[Goal]:
    """The targets of a sentence in order; what is told before 力争 or 到2028年 is none, but where
    the sentence stands below a heading that looks ahead."""
    aim = (_planned(marked) if is_below else None) or AIM.search(marked.text)
    is_ahead = aim is None
    aim = aim or _ahead(marked, today) or (_planned(marked) if is_plan else None)
    if aim is None or not (marked.amounts or IN_WORDS.search(marked.text)):
        return
    metrics, current = metrics_of(marked, marked.ground.lexicon), None
    for clause in clauses_of(marked.text):
        is_between = _is_between(aim, clause, metrics)
        if clause.start > aim.start() and SO_FAR.match(marked.text, clause.start):
            continue
        start = clause.start if is_between else max(clause.start, aim.start())
        for amount in within(marked.amounts, clause.start, clause.end):
            is_past = is_ahead and _is_dated_back(marked, aim, amount, today)
            if is_past or WAS.match(marked.text, amount.end):
                continue
            metric = _aimed_at(marked, amount, metrics, (start, clause.start, current))
            if metric is not None:
                current = metric
                goal = _goal(marked, page_text, aim, (metric, amount))
                goal = goal if goal.by else replace(goal, by=_of_whole_year(marked, aim, today))
                yield from goals_apart(marked, page_text, goal, (metric, amount))
    yield from _in_words(marked, page_text, aim)


def _is_between(aim: re.Match[str], clause: Clause, metrics: Sequence[Worded]) -> bool:
    """GDP预期增长7%, 产值2030年预计突破100亿元: the metric stands before the aim."""
    is_inside = clause.start <= aim.start() < clause.end and AIM_BETWEEN.match(aim[0])
    return bool(is_inside) or any(m.end == aim.start() for m in metrics)


def _of_whole_year(marked: Marked, aim: re.Match[str], today: date | None) -> Read[Period] | None:
    """全年目标任务为…, without a year: that of the page."""
    if today is None or not aim[0].startswith(("全年", "年度")):
        return None
    year = When(today.year)
    span = marked.sentence.span_of(aim.start(), aim.start() + len("全年"))
    return Read(Period(year, year), State.INFERRED, span, why=WHOLE_YEAR)


def _aimed_at(
    marked: Marked,
    amount: Amount,
    metrics: Sequence[Worded],
    told: tuple[int, int, Mark | None],
) -> Mark | None:
    """The metric of a target: in its clause, right before it, or that of the target before."""
    start, clause, current = told
    if marked.text[amount.start : amount.end] == BATCH:
        return None
    metric = _metric_of(marked, amount, metrics, start)
    if metric is not None:
        return metric if _is_goal(marked, metric, amount) else None
    before = last(metrics, 0, clause)
    if before is not None and ITS_TARGET.fullmatch(marked.text, clause, amount.start):
        return before
    return current if AGAIN.fullmatch(marked.text, clause, amount.start) else None


def _in_words(marked: Marked, page_text: str, aim: re.Match[str]) -> Iterator[Goal]:
    """产值翻一番, 规上企业全覆盖."""
    for found in IN_WORDS.finditer(marked.text, aim.start()):
        metric = last(named_in(marked, marked.ground.lexicon), aim.start(), found.start())
        gap = marked.text[metric.end : found.start()] if metric else ""
        if metric is not None and len(gap) <= LONGEST_GAP and not BREAK.search(gap):
            yield _goal(marked, page_text, aim, (metric, Mark(*found.span())))


def _metric_of(
    marked: Marked, amount: Amount, metrics: Sequence[Worded], start: int
) -> Mark | None:
    """What the figure is aimed at for: a metric of the table, or a noun right before the figure."""
    told = share_at(marked.text, amount, metrics, start) or last(metrics, start, amount.start)
    other = unlisted(marked, amount, start, marked.ground.lexicon)
    told = other if other and (told is None or told.end < other.end) else told
    rate = RATE.match(marked.text, told.end) if told else None
    return Mark(told.start, rate.end()) if told and rate else told


def _is_dated_back(marked: Marked, aim: re.Match[str], amount: Amount, today: date | None) -> bool:
    """订单排到明年一季度，上半年完成产值3亿元: told of a time that is past."""
    near = [d for d in marked.dates if aim.start() <= d.start and d.end <= amount.start]
    last_one = near[-1].period.last if near and near[-1].period else None
    if today is None or last_one is None or last_one.year is None:
        return False
    return (last_one.year, last_one.month or 13) <= (today.year, today.month)


def _planned(marked: Marked) -> re.Match[str] | None:
    """The sentence's beginning, where nothing in it is past and no project is told of."""
    is_other = PAST.search(marked.text) or OF_PROJECT.search(marked.text)
    return None if is_other else YEAR.match(marked.text)


def _ahead(marked: Marked, today: date | None) -> re.Match[str] | None:
    """2028年工业总产值达到90亿元: a year that is yet to come, where no project is told of."""
    if today is None or OF_PROJECT.search(marked.text):
        return None
    for mark in marked.dates:
        last = mark.period.last if mark.period else None
        if last is None or last.year is None:
            continue
        is_later = last.year == today.year and (last.month or 0) > today.month
        is_later = is_later and marked.text.endswith("到", 0, mark.start)
        if last.year > today.year or is_later:
            return YEAR.match(marked.text, mark.start)
    return None


def _is_goal(marked: Marked, metric: Mark, amount: Amount) -> bool:
    gap = marked.text[metric.end : amount.start]
    is_rise = amount.dimension is Dimension.POINTS or (
        gap.endswith("增长") and not RISE.fullmatch(gap)
    )
    return (
        len(gap) <= LONGEST_GAP
        and not BREAK.search(gap)
        and not REACHED.search(gap)
        and not BRACKETS.search(gap)
        and not is_rise
    )


def _goal(marked: Marked, page_text: str, aim: re.Match[str], told: tuple[Mark, Mark]) -> Goal:
    metric, amount = told
    sentence = marked.sentence
    said_at = max(metric.end, max(marked.text.rfind(mark, 0, amount.start) for mark in ",，") + 1)
    dated = [d.end for d in marked.dates if said_at <= d.start and d.end <= amount.start]
    said_at = max([said_at, *dated])
    verb = VERB.match(marked.text[said_at : amount.start])
    start = said_at + (verb.end() if verb else 0)
    after = AFTER.match(marked.text, amount.end)
    end = after.end() if after else amount.end
    least = max(0, aim.start() - BEFORE_AIM)
    is_span = bool(IN_YEARS.fullmatch(aim[0]))
    by = (
        []
        if is_span
        else [each for each in marked.dates if least <= each.start and each.end <= amount.start]
    )
    by = by or ([] if is_span else _opening(marked, aim))
    return Goal(
        said(sentence, page_text, metric.start, metric.end),
        said(sentence, page_text, start, end),
        _deadline(by[-1], marked) if by else None,
        marked.span,
    )


def _opening(marked: Marked, aim: re.Match[str]) -> list[Dated]:
    """2026年，重点抓好…，力争…: a sentence's opening year is that of all its targets."""
    told = [each for each in marked.dates if each.start <= LATEST_OPENING]
    told = [d for d in told if d.end <= aim.start() and d.period and d.period.last.month is None]
    return told[:1] if told and OPENS.match(marked.text, told[0].end) else []


def _deadline(mark: Dated, marked: Marked) -> Read[Period]:
    """The last moment of the date."""
    read = mark.read(marked.sentence)
    if read.value is None:
        return read
    last_moment = Period(read.value.last, read.value.last)
    return Read(last_moment, read.state, read.span, why=read.why)
