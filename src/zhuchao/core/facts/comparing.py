"""What a figure is compared with: last year, the plan, the baseline, others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.marks import Amount, Marked
from zhuchao.core.vocabulary.fact import Comparison, Dimension
from zhuchao.core.vocabulary.read import Read

SINCE_LAST_YEAR = "同比"
RELATIVE = frozenset({Dimension.PERCENT, Dimension.POINTS})
# 占全市的, 快于宁波全市, 低于行业标杆水平: the words themselves say with what.
OTHERS = re.compile(
    r"(?P<kind>(?:占(?!有|比|地(?![区方])|据|用)|快于|高于|低于|慢于|好于|优于|高出|领先|超出)[\u4e00-\u9fff（）()a-z]{1,16}?)(?:的)?(?:比重|比例)?(?:达到|达|为|约|近|超过|超)?$"
)


# 比全省平均高出, 较行业标杆水平低.
THAN = re.compile(
    r"(?:比|较)(?P<whom>[\u4e00-\u9fff]{2,12}?)(?<![提增升走降])(?P<lead>高出|高|快|低|慢)(?:了)?$"
)
LAST_YEAR = re.compile(r"(?:上年|去年)(?:同期|同月)?")
# 降幅较一季度收窄: how a rate itself has changed; 较1-4月加快: against an earlier part of the year.
CHANGE_OF_RATE = re.compile(
    r"(?P<rate>(?:增幅|降幅|增速)?)(?P<kind>[较比](?P<whom>[一二三四首前上\d][\d\-—一二三四两个至~]*(?:季度|月份?|半年)|年初(?=收窄|扩大)|(?:去年|上年)同期(?=收窄|扩大|加快|放缓))(?P<way>收窄|扩大|加快|放缓|回落|提高|提升|上升|下降)?)"
)
EARLIER_MONTH = re.compile(r"上个?(?:月|季度?)")
# 年均降水量780毫米: nothing falls but rain.
RAIN = re.compile("降[水雨雪温]|增长的?(?=贡献)|自然增长率|增长贡献率|增长(?:点|极|动能)")
# 恢复至2019年同期的142.6%
RESTORED = re.compile("恢复(?:到|至)")
# 增加值 itself tells no change.
ADDED = re.compile("增加[值额]")
# 提高到98.6%, 升至58.4%: the figure itself, no change.
REACHED = re.compile(
    r"(?:跃升|攀升|缩小|提高|提升|增加|增长|扩大|上升|下降|降低|减少|压缩|缩短|压降|[升增降])(?:了)?[至到]了?(?:约|近|目前的)?$"
)
# 较一季度加快: only a rate of growth does so.
OF_RATES = frozenset({"收窄", "扩大", "加快", "放缓", "回落"})
# 高于全市均值2.1万元.
ABOVE = re.compile(r"高于|低于|快于|慢于|高出|超出|领先")
FALLS, RISES = re.compile(r"(?:下降|减少|回落|降低)$"), re.compile(r"(?:增长|上升|提高)$")
# 增速分别高于全国、全省3.2个和1.6个百分点
OTHERS_APART = re.compile(
    r"分别(?:比|较)?(?P<lead>快于|高于|低于|慢于|好于|高出|领先)"
    r"(?P<whom>[\u4e00-\u9fff]{2,8}(?:[、和与][\u4e00-\u9fff]{2,8})+)$"
)
# 研发人员占两成多
NAMED_SHARE = re.compile(r"(?<=[人员工业类口品户])占(?:到|了)?(?:约|近|超过?)?$")
# 比全国、全省分别高1.2、0.8个百分点
THAN_APART = re.compile(
    r"(?:比|较)(?P<whom>[\u4e00-\u9fff]{2,8}(?:[、和与][\u4e00-\u9fff]{2,8})+?)分别(?P<lead>高出|高|快|低|慢)(?:了)?$"
)
# 较2020年增长1.5倍: another year than the one before.
EARLIER_YEAR = re.compile(r"[较比](?P<year>20\d\d)年(?P<end>[末底])?")
# 民生支出32亿元，占83.7%: of the whole that was told before.
BARE_SHARE = re.compile(r"^[,，]?占(?:到|了)?(?:约|近|超过?)?$")
TIMES = "倍"
GROWN = re.compile(r"(?:增长|增加|提升|扩大)了?(?:近|约|超)?$")
NO_KIND = re.compile(r"占[了到去据]?")
NAMES_OF_LEAD = {"高": "快于", "快": "快于", "低": "低于", "慢": "慢于"}


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison with the place where its words begin."""

    marked: Marked
    start: int
    sign: float
    comparison: Comparison

    def against_each(self, amounts: Sequence[Amount]) -> list[Comparison]:
        """高于全国、全省 with one figure each; empty where the numbers differ."""
        told = OTHERS_APART.fullmatch("分别" + self.comparison.kind)
        whom = re.split("[、和与]", told["whom"]) if told else []
        if told is None or len(whom) != len(amounts):
            return []
        reads = [each.read(self.marked.sentence) for each in amounts]
        return [Comparison(told["lead"] + w, r) for w, r in zip(whom, reads, strict=True)]

    def spread(self, amounts: Sequence[Amount]) -> list[Comparison]:
        """The same comparison with each of several figures: 分别增长9.2%和7.1%."""
        kind, reads = self.comparison.kind, [each.read(self.marked.sentence) for each in amounts]
        signs = [self.sign for _ in amounts]
        if len(amounts) > 1:
            signs = [_own_sign(self.marked.text, each, self.sign) for each in amounts]
        told = zip(reads, signs, strict=True)
        return [Comparison(kind, _signed(read, sign)) for read, sign in told if read.is_known]


def _own_sign(text: str, amount: Amount, sign: float) -> float:
    """分别增长14.7%、下降6.2%: each figure has the word right before it."""
    if FALLS.search(text, max(0, amount.start - 3), amount.start):
        return -1.0
    return 1.0 if RISES.search(text, max(0, amount.start - 3), amount.start) else sign


def comparison_of(marked: Marked, amount: Amount, start: int, lexicon: Lexicon) -> Compared | None:
    """The comparison that the words between ``start`` and the figure tell, if they tell one."""
    between = RAIN.sub(_blank, marked.text[start : amount.start])
    if not between or REACHED.search(between) or RESTORED.search(between):
        return None
    compare = lexicon.words("compare").found(between)
    direction = lexicon.words("direction").found(ADDED.sub(_blank, between))
    is_relative = amount.dimension in RELATIVE or (amount.unit == TIMES and GROWN.search(between))
    change = CHANGE_OF_RATE.search(between)
    is_told = bool(direction) and bool(compare or change)
    if not (is_relative or _is_above(amount, between) or is_told):
        return None
    if change is not None and _is_of_rate(change, between):
        return _changed(marked, amount, start, change, falls=_falls(direction, lexicon))
    than = THAN.search(between)
    is_known = bool(compare) and between.endswith(compare[-1][1])  # 比序时进度快
    if than and not is_known and "分别" not in than["whom"]:
        return _compared(marked, amount, start, _against(than))
    told = _share(amount, between, compare)
    if told is None and (compare or direction):
        year = _other_year(marked, start, between)
        sign = float(lexicon.words("direction")[direction[-1][1]].value) if direction else 1.0
        kind = lexicon.words("compare")[compare[-1][1]].key if compare else SINCE_LAST_YEAR
        told = (year or kind, (compare[0] if compare else direction[-1])[0], sign)
    return None if told is None else _compared(marked, amount, start, told)


def _is_of_rate(change: re.Match[str], between: str) -> bool:
    """Whether it is told how a rate has changed, or against an earlier time than last month."""
    is_of_last_year = not change["rate"] and LAST_YEAR.fullmatch(change["whom"])
    is_apart = "环比" in between or EARLIER_MONTH.fullmatch(change["whom"])
    return not (is_of_last_year or is_apart)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _share(
    amount: Amount, between: str, compare: Sequence[tuple[int, str]]
) -> tuple[str, int, float] | None:
    """占全市的, 快于全省: the words say with what; 占 alone is of what was told before."""
    than = THAN_APART.search(between)
    if than is not None:
        return NAMES_OF_LEAD[than["lead"][0]] + than["whom"], than.start(), 1.0
    apart = OTHERS_APART.search(between)
    if apart is not None:
        return apart["lead"] + apart["whom"], apart.start(), 1.0
    others = OTHERS.search(between)
    is_told = others and not NO_KIND.fullmatch(others["kind"])
    if others and is_told and (not compare or compare[-1][0] < others.start()):
        return others["kind"], others.start(), 1.0
    bare = None
    if amount.dimension is Dimension.PERCENT:
        bare = BARE_SHARE.search(between) or NAMED_SHARE.search(between)
    return ("占", bare.start(), 1.0) if bare else None


def _other_year(marked: Marked, start: int, between: str) -> str:
    """较2020年 of a figure of 2025; empty where it is the year before, or none is told."""
    told = EARLIER_YEAR.search(between)
    if told is None or told["end"]:
        return "较" + told[0][1:] if told else ""
    ends = [m.period.last.year for m in marked.dates if m.period and m.end <= start]
    year = next((each for each in reversed(ends) if each), None)
    return "" if year is None or year - int(told["year"]) == 1 else "较" + told[0][1:]


def _against(than: re.Match[str]) -> tuple[str, int, float]:
    """比全省平均高出: the lead over whom; over last year's figure it is a change."""
    if LAST_YEAR.fullmatch(than["whom"]):
        return SINCE_LAST_YEAR, than.start(), -1.0 if than["lead"][0] in "低慢" else 1.0
    return NAMES_OF_LEAD[than["lead"][0]] + than["whom"], than.start(), 1.0


def _is_above(amount: Amount, between: str) -> bool:
    """高于全市均值2.1万元: a sum that is compared with others."""
    others = OTHERS.search(between) if amount.dimension is not Dimension.COUNT else None
    return others is not None and bool(ABOVE.match(others["kind"])) and "每" not in others["kind"]


def _falls(direction: Sequence[tuple[int, str]], lexicon: Lexicon) -> bool:
    """Whether the last word of change tells a fall: 比4月份减少."""
    return bool(direction) and lexicon.words("direction")[direction[-1][1]].value.startswith("-")


def _changed(
    marked: Marked, amount: Amount, start: int, change: re.Match[str], *, falls: bool
) -> Compared | None:
    """较1-4月 with its points; 较1-2月收窄 where a rate is said to have narrowed or widened."""
    whom = "较" + change["whom"]
    is_rate = bool(change["rate"]) or change["way"] in OF_RATES
    if is_rate:
        return _compared(marked, amount, start, (whom + (change["way"] or ""), change.start(), 1.0))
    sign = -1.0 if falls or change["way"] in ("放缓", "回落", "下降") else 1.0
    return _compared(marked, amount, start, (whom, change.start(), sign))


def _compared(
    marked: Marked, amount: Amount, start: int, told: tuple[str, int, float]
) -> Compared | None:
    kind, at, sign = told
    read = amount.read(marked.sentence)
    if read.value is None:
        return None
    return Compared(marked, start + at, sign, Comparison(kind, _signed(read, sign)))


def _signed(read: Read[float], sign: float) -> Read[float]:
    return Read(sign * (read.value or 0.0), read.state, read.span, read.unit, read.why)
