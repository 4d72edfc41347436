"""Numbers as people write them: 2,000 / 两千五百 / 1.2个亿 / 5千万 / 3.5w / 五千 / 三成."""

from __future__ import annotations

import re

DIGITS = {c: v for v, cs in enumerate(("零〇0", "一1", "二两2", "三3", "四4", "五5", "六6", "七7", "八8", "九9")) for c in cs}  # fmt: skip # noqa: E501
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10_000, "亿": 100_000_000, "w": 10_000, "k": 1000, "kw": 10_000_000}

NUMBER_STARTS = frozenset("0123456789.零〇一二两三四五六七八九十百千半")
# Bounded repetition, here and below: a run of digits without end must not cost quadratic time.
_CHINESE = "零〇一二两三四五六七八九十百千半"
# 三千来平, 50多亩, 20余家: somewhat more or less than what is said.
_LOOSE = r"[来多余把](?=[万亿平亩㎡方米吨块元个人名家台部公千])"
# 一万二一平, 十五万一亩: the 一 in front of what a price is for is no part of the price.
_ONE_OF = "一(?:平|亩|㎡|方|天|个月|(?<!十一)月|年|间|套)"
# kw is ten million beside money and a kilowatt beside power: only a caller who knows may take it.
NUMBER = re.compile(
    # What no number begins with is passed by before any branch is tried.
    rf"(?=[\d.{_CHINESE}])(?:(?P<arabic>\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d{{1,15}}(?:\.\d{{1,9}})?|\.\d{{1,9}})"
    rf"(?P<hundreds>[百千](?![伏瓦克]))?(?P<loose>{_LOOSE})?"
    rf"(?:(?: (?=[万亿个]))?(?P<large>个?亿|万亿|万|w(?![a-z])|k(?![a-z])))?"
    rf"(?P<lone>(?<=[万亿w])\d(?:(?<=万\d)千|(?<=亿\d)千万)?(?![\d.]))?"
    rf"|(?P<chinese>(?:(?!千[伏瓦克])[{_CHINESE}])(?:(?!{_ONE_OF}|千[伏瓦克])[{_CHINESE}]){{0,11}}(?:点[{_CHINESE}]{{1,12}})?)(?P<cloose>{_LOOSE})?(?P<clarge>个?亿|万亿|万)?"
    rf"(?P<rest>(?:(?!{_ONE_OF}|千[伏瓦克])[{_CHINESE}]){{1,12}})?)"
)

# 三四百, 两三千, 四五万: two neighbouring digits before one power are a range; before a unit, too
# (六七米, 十五六块).
_UNIT_BEHIND = "(?=[亩米平方块元毛角蚊吨台年亿]|个月|㎡|m2)"
PAIR = re.compile(
    r"(?:(?P<tens>[二三四五六七八九]?十)|(?P<head>[一二两三四五六七八九][千百万](?=.{2}[百十千])))?(?P<low>[一二两三四五六七八])(?P<high>[二两三四五六七八九])"
    rf"(?P<power>[十百千]?万|[十百千亿]|{_UNIT_BEHIND})"
)


_WHOLE_PAIR = re.compile(PAIR.pattern.replace(_UNIT_BEHIND, ""))


def pair_in(written: str) -> tuple[float, float] | None:
    """The two bounds of what ``PAIR`` matched, without what stood behind it; None for others."""
    found = _WHOLE_PAIR.fullmatch(written)
    return pair_of(found) if found else None


def is_loose(written: str) -> bool:
    """Whether a number was said with 来, 多 or 余."""
    return "来" in written or "多" in written or "余" in written or "把" in written


def pair_of(found: re.Match[str]) -> tuple[float, float] | None:
    """The two bounds of a match of ``PAIR``; None where the digits are no neighbours."""
    low, high = DIGITS[found["low"]], DIGITS[found["high"]]
    if high != low + 1 and (low, high, found["power"][:1] in tuple("百千")) != (3, 5, True):
        return None
    power = 1.0
    for character in found["power"]:
        power *= SMALL.get(character) or LARGE[character]
    head = found["head"]
    if head:
        # 一千二三百, 三百五六十: a whole in front of the two digits.
        more = DIGITS[head[0]] * (SMALL.get(head[1]) or LARGE[head[1]])
        return more + low * power, more + high * power
    tens = (_whole(found["tens"]) or 0.0) if found["tens"] else 0.0
    return (tens + low) * power, (tens + high) * power


def parse_number(written: str) -> float | None:
    """The value of a number that ``NUMBER`` matches as a whole; None for anything else."""
    found = NUMBER.fullmatch(written)
    return None if found is None else value_of(found)


def value_of(found: re.Match[str]) -> float | None:
    """The value of a match of ``NUMBER``; None where the Chinese numerals make no number."""
    arabic, hundreds, power, lone = found.group("arabic", "hundreds", "large", "lone")
    if arabic is not None:
        value = float(arabic.replace(",", "")) * SMALL.get(hundreds or "", 1)
        large = _large(power)
        return _exact(value * large + int((lone or "0")[0]) * large / 10)
    value_or_none = _chinese(found["chinese"])
    if value_or_none is None:
        return None
    large = _large(found["clarge"])
    rest = found["rest"] or ""
    if not rest:
        return _exact(value_or_none * large)
    if large == 1:
        return None
    tail = _chinese(rest)
    if tail is None:
        return None
    # 一万五 is 15,000: a lone digit after 万 or 亿 counts thousands or ten millions.
    is_lone = len(rest) == 1 and rest in DIGITS
    return _exact(value_or_none * large + tail * (large / 10 if is_lone else 1))


def _large(word: str | None) -> float:
    if not word:
        return 1
    if word == "万亿":
        return 1e12
    return LARGE[word.removeprefix("个")]


def _chinese(word: str) -> float | None:
    if word == "半":
        return 0.5
    whole, _, decimals = word.partition("点")
    value = _whole(whole)
    if value is None or not decimals:
        return value
    if any(character not in DIGITS for character in decimals):
        return None
    digits = "".join(str(DIGITS[character]) for character in decimals)
    return value + float(f"0.{digits}")


def _whole(word: str) -> float | None:
    total, digit, last = 0.0, None, 1
    for character in word:
        if character in SMALL:
            total += (1 if digit is None else digit) * SMALL[character]
            digit, last = None, SMALL[character]
        elif character in DIGITS:
            if digit not in (None, 0):
                return None
            digit = DIGITS[character]
        else:
            return None
    if digit is None:
        return total if word else None
    # 两千五 is 2,500; 两千零五 is 2,005.
    is_short = last > 10 and len(word) >= 2 and word[-2] in SMALL
    return total + digit * (last / 10 if is_short else 1)


def _exact(value: float) -> float:
    return value if value.is_integer() else round(value, 6)
