"""Numbers with their units: money, areas, shares, points, counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.marks import Amount, Mark
from zhuchao.core.text.numerals import NUMBER, is_loose, parse_number, value_of
from zhuchao.core.vocabulary.fact import Bound, Dimension

# 5-10%, 1月-4月: no minus.
DASH = re.compile(r"[\d%a-z月年]-")
RANGE = re.compile(r"\s?(?:-|–|—{1,2}|~|至|到)\s?")
CUT_OFF = re.compile(r"\.{2,}|…")
# What a number must not follow: an ordinal, a Latin word (PM2.5), 数 and 几 before 十 or 百.
NO_START = re.compile(r"[a-z第数几.]")
# 人数320人 counts.
NO_DIGITS = re.compile(r"[a-z第几.]")
PERCENT = "百分之"
PERCENT_WORDS = re.compile(r"百分之(?P<number>[零一二两三四五六七八九十百点\d.]{1,10})")
# 成 is a tenth only where a clause ends or a bound follows; else 成立, 成为, 成果.
TENTHS_END = re.compile(r"[,，。;；、)）]|以[上下]|左右|[多余强—-]|$")
# 三元 is a material, 三元 of money is written 3元.
CHINESE_DIGIT = re.compile(r"[一二两三四五六七八九]")
# 5g基站, 千兆光网.
NETWORK = re.compile(
    r"[二三四五六七八]件套|[三四]件式|三次产业|一次性|一体化|一站式|一揽子|一键|[一二]次能源|[2-6]g(?=[\u4e00-\u9fff])|[百千万]兆(?=光|网|带|宽|以太)"
)
BELT_AND_ROAD = "一带一路"
# 每千人口医师2.9人
EACH_SO_MANY = re.compile(r"每[一十百千万]+[人户亩口]")
NOTHING = ("零", "〇")  # 零部件
# 18万元/亩, 12元/平方米·月: what the figure is for.
PER = re.compile(
    r"/(?:亩|平方米|立方米|m2|m3|吨标准煤|吨标煤|千克|克|立方|标方|月|日|天|年|吨|千瓦时|人|户|台|度|家|平方公里|公里|个|次|件|辆|头|方|公斤|斤|小时)(?:[·/]?[月天日年])?"
)
MORE_THAN_AREA = frozenset("均台安稳等原湖衡")
MONEY_HEAD = re.compile(
    r"(?:投资|投入|资金|资本|产值|税收|收入|利润|销售|出资|融资|营收|基金)[^,，。;；]{0,8}$"
)
LONE = "亿元以上"
LONE_UNIT = re.compile(r"(?<![\d零一二两三四五六七八九十百千万数几.])亿元(?=以上)")
# 百亿级, 千亿级 tell a class, no amount.
CLASS = re.compile(r"级|能级|俱乐部|集群|产业|园区|企业|项目|工程|县|强")
# 城乡居民收入比缩小至1.58, 景气指数为103.2: a ratio has no unit.
RATIO_HEAD = re.compile(
    r"(?:收入比|消费比|投入产出比|系数|指数|pmi|容积率)(?:由\d[\d.]*)?"
    r"(?:[缩扩提上下回升降][小大高升降落])?(?:[为达是:]|[至到]|不[低高大小]于|不超过|[大小]于|[≥≤])*(?:约|近)?$"
)
DIMENSIONS = {each.value: each for each in Dimension}
# 3.2个和1.6个百分点, 高于全国0.7个、全省0.4个百分点
POINTS_BEHIND = re.compile(
    r"个?[、和与及]\d[\d.]*(?:个?[、和与及]\d[\d.]*)*个百分点"
    r"|个[、和与及,，][\u4e00-\u9fff]{2,8}\d[\d.]*个百分点"
)
# 680余件: more than so many, before whatever unit.
LOOSE = ("余", "多")
# Figures in a row whose last one alone has a unit.
ROW = re.compile(r"(?:[、和与及]\d[\d.]*[万亿]*)+")
OWN_FIGURE = re.compile(r"\.|[万亿]|\d\d")
# 12、13号; 第3、4批: what is in order has its figures apart.
COUNTERS = frozenset("期届级层分路站代道室点首部年天步类批标号")
BARE_MONEY = "只写了数，没有写单位，按元理解"
TRUNCATED = "金额没有写完"
BIG = 1e7


def amounts_of(text: str, lexicon: Lexicon, dates: Sequence[Mark]) -> tuple[Amount, ...]:
    """The quantities of a folded text in order, outside its dates."""
    taken = {at for mark in dates for at in range(mark.start, mark.end)}
    found = [*_shares_in_words(text, taken), *_lone_units(text)]
    taken |= {at for mark in found for at in range(mark.start, mark.end)}
    at = 0
    while (number := NUMBER.search(text, at)) is not None:
        amount = None if number.start() in taken else _points(text, number)
        if amount is None and number.start() not in taken:
            amount = _amount(text, number, lexicon)
        if amount is not None:
            found.append(amount)
        at = max(amount.end if amount else number.end(), at + 1)
    return tuple(sorted(found, key=lambda mark: mark.start))


def _shares_in_words(text: str, taken: set[int]) -> Iterator[Amount]:
    for match in PERCENT_WORDS.finditer(text) if PERCENT in text else ():
        value = parse_number(match["number"])
        if value is not None and match.start() not in taken:
            share = round(value / 100, 10)
            yield Amount(match.start(), match.end(), Dimension.PERCENT, share, "")


def _lone_units(text: str) -> Iterator[Amount]:
    """亿元以上项目: the unit alone is one of it."""
    if LONE not in text:
        return
    for match in LONE_UNIT.finditer(text):
        yield Amount(match.start(), match.end(), Dimension.MONEY, 1e8, "元", Bound.OVER)


def _points(text: str, number: re.Match[str]) -> Amount | None:
    """The first of 3.2个和1.6个百分点."""
    end = number.end()
    value = value_of(number) if POINTS_BEHIND.match(text, end) else None
    if value is None:
        return None
    end += text.startswith("个", end)
    return Amount(number.start(), end, Dimension.POINTS, value, "个百分点")


def _amount(text: str, number: re.Match[str], lexicon: Lexicon) -> Amount | None:
    value = value_of(number)
    if value is None or _counts_nothing(text, number):
        return None
    if shared := _shared_unit(text, number, lexicon):
        value = _exact(value * shared[1])
        return Amount(number.start(), number.end(), shared[0], value, shared[2])
    start, high = number.start(), None
    written, unit = _with_unit(text, number, lexicon)
    end = start + len(written)
    if not unit:
        upper = _upper(text, end, lexicon)
        if upper is not None and upper[0] > value * _shared_power(number[0], upper[2]):
            value, high, end = value * _shared_power(number[0], upper[2]), upper[0], upper[1]
            unit = _unit_at(text, end, lexicon)
    if not unit:
        return _bare(text, number, value, lexicon)
    if high is None:
        high, end = _with_upper(text, (end, unit), value, lexicon)
    if CHINESE_DIGIT.fullmatch(number[0]) and unit == "元":
        return None
    return _measured(text, (start, end, unit), (value, high), written, lexicon)


def _with_upper(
    text: str, place: tuple[int, str], value: float, lexicon: Lexicon
) -> tuple[float | None, int]:
    """The upper end of 3亿元至5亿元, which repeats the unit, and where its unit stands."""
    end, unit = place
    upper = _upper(text, end + len(unit), lexicon)
    if upper is not None and upper[0] > value and text.startswith(unit, upper[1]):
        return upper[0], upper[1]
    return None, end


def _with_unit(text: str, number: re.Match[str], lexicon: Lexicon) -> tuple[str, str]:
    """The number as written, and its unit; 680余件 has a word between."""
    unit, end = _unit_at(text, number.end(), lexicon), number.end()
    if not unit and text[end : end + 1] in LOOSE:
        unit = _unit_at(text, end + 1, lexicon)
        end += bool(unit)
    return text[number.start() : end], unit


def _shared_unit(
    text: str, number: re.Match[str], lexicon: Lexicon
) -> tuple[Dimension, float, str] | None:
    """The unit of the last of 9.4亿、3.1亿、1.8亿千瓦时 for all; its dimension, factor and base."""
    row = ROW.match(text, number.end()) if OWN_FIGURE.search(number[0]) else None
    unit = _unit_at(text, row.end(), lexicon) if row else ""
    if not unit or unit in COUNTERS or _unit_at(text, number.end(), lexicon):
        return None
    lexeme = lexicon.words("unit")[unit]
    return DIMENSIONS[lexeme.key], *_scale(lexeme.value)


def _counts_nothing(text: str, number: re.Match[str]) -> bool:
    start, written = number.start(), number[0]
    barred = NO_DIGITS if written[0].isascii() else NO_START
    is_name = written[0] == "一" and BELT_AND_ROAD in text[max(0, start - 2) : start + 4]
    is_name = is_name or bool(NETWORK.match(text, start))
    is_name = is_name or bool(EACH_SO_MANY.match(text, start - 1) if start else False)
    return written in NOTHING or is_name or bool(start and barred.match(text, start - 1))


def _measured(
    text: str,
    place: tuple[int, int, str],
    values: tuple[float, float | None],
    written: str,
    lexicon: Lexicon,
) -> Amount:
    start, end, unit = place
    low, high = values
    lexeme = lexicon.words("unit")[unit]
    scale, base = _scale(lexeme.value)
    start = _with_sign(text, start)
    sign = -1 if text[start] == "-" else 1
    end = text.index(unit, end) + len(unit)
    bound = _bound(text, start, end, lexicon) or (Bound.OVER if is_loose(written) else None)
    per = PER.match(text, end)
    end, base = (per.end(), base + per[0]) if per else (end, base)
    return Amount(
        start, end, DIMENSIONS[lexeme.key], _exact(sign * low * scale), base, bound,
        None if high is None else _exact(high * scale),
    )  # fmt: skip


@lru_cache(maxsize=1024)
def _scale(told: str) -> tuple[float, str]:
    """The factor and the base of a unit as the table has them: 10000 元."""
    factor, _, base = told.partition(" ")
    return float(factor), base


def _exact(value: float) -> float:
    return value if value.is_integer() and abs(value) < 1e12 else float(f"{value:.12g}")


def _with_sign(text: str, start: int) -> int:
    """One further left where a minus stands that is no dash between two numbers."""
    is_minus = text[start - 1 : start] == "-" and not DASH.match(text, max(0, start - 2))
    return start - 1 if start and is_minus else start


def _unit_at(text: str, at: int, lexicon: Lexicon) -> str:
    """The unit behind a number, over one space."""
    if text[at : at + 1] == " ":
        at += 1
    unit = lexicon.words("unit").at(text, at)
    if unit == "成" and not TENTHS_END.match(text, at + 1):
        return ""
    if unit == "平" and text[at + 1 : at + 2] in MORE_THAN_AREA:
        return ""
    return unit


def _upper(text: str, at: int, lexicon: Lexicon) -> tuple[float, int, str] | None:
    """The upper end of a range that begins before ``at``: value, end, as written."""
    gap = RANGE.match(text, at)
    number = NUMBER.match(text, gap.end()) if gap else None
    value = value_of(number) if number else None
    if number is None or value is None or not _unit_at(text, number.end(), lexicon):
        return None
    return value, number.end(), number[0]


def _shared_power(low: str, high: str) -> float:
    """3-5亿元: the power is written once, behind the upper end."""
    for word, power in (("万亿", 1e12), ("亿", 1e8), ("万", 1e4)):
        if high.endswith(word):
            return 1.0 if low.endswith(("亿", "万")) else power
    return 1.0


def _bound(text: str, start: int, end: int, lexicon: Lexicon) -> Bound | None:
    after = lexicon.bounds_after.at(text, end)
    start -= text[start - 1 : start] == "“"
    start -= text[start - 1 : start] == "了"
    before = lexicon.bounds_before.before(text, start)
    word = lexicon.bounds_before.get(before) or lexicon.bounds_after.get(after)
    return Bound(word.key) if word else None


def _bare(text: str, number: re.Match[str], value: float, lexicon: Lexicon) -> Amount | None:
    """A number without unit: money where a great power or a word of money says so."""
    start, end = number.span()
    is_about_money = bool(MONEY_HEAD.search(text, max(0, start - 16), start))
    if is_about_money and CUT_OFF.match(text, end):
        return Amount(start, end, Dimension.MONEY, None, "元", why=TRUNCATED)
    if "." in number[0] and RATIO_HEAD.search(text, max(0, start - 20), start):
        return Amount(start, end, Dimension.COUNT, value, "")
    is_power = number[0].endswith("亿") or (number[0].endswith("万") and is_about_money)
    if not is_power or (value < BIG and not is_about_money) or CLASS.match(text, end):
        return None
    bound = _bound(text, start, end, lexicon)
    return Amount(start, end, Dimension.MONEY, value, "元", bound, why=BARE_MONEY)
