"""The least that is let, in words of its own: 最小800起, 可切3000, 少于10亩不切, 按半层780租."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhuchao.core.messages.findings import Finding
from zhuchao.core.text.later import later
from zhuchao.core.text.numerals import parse_number
from zhuchao.core.vocabulary.term import Amount, FieldKey

_UNIT = r"\s?(?:个?平方?米?|方|㎡|m2)?"
_MEASURED = r"\s?(?:个?平方?米?|方|㎡|m2)"
_NUMBER = (
    r"\d{2,5}(?:\.\d)?万?|[一二两三四五六七八九]百五?十?"
    r"|[一二两三四五六七八九]千[一二三四五六七八九]?百?"
)
_MAY = r"(?:可以?|能|也可|还可)?"
_REFUSED = r"的?(?:不[切租分拆谈卖]|勿扰|免谈|别)"


def _size(name: str, unit: str = _UNIT) -> str:
    return f"(?P<{name}>{_NUMBER}){unit}"


LEAST = later(
    rf"最[小少低](?:面积|单元|分割|分租|单租|{_MAY}[分切租])?[:：为约到]?\s?{_size('least')}(?!人|元|块|万|米高|个月)"
    r"(?:起[租分]?|都?也?[可能]租|左右)?"
    rf"|{_MAY}(?<=[可能以])(?:切割?|拆分?|隔|分[租割]?|割)(?:租|成|出|到)?[:：]?\s?{_size('cut')}"
    r"(?:一[间块个套])?(?=起?[租分切]?(?:$|[\s,，。;；]))"
    rf"|(?:少于|低于|不足|不到|小于)(?P<mu>\d{{1,3}}(?:\.\d)?|[一二两三四五六七八九十])亩{_REFUSED}"
    rf"|(?:少于|低于|不足|不到|小于){_size('under', _MEASURED)}{_REFUSED}"
    rf"|[可能]以?按?半层{_size('half')}"
)
# Each branch begins with a plain character, so that re skips to the next of these.
_WORDS = re.compile("最[小少低]|可以?[切拆隔割分]|能以?[切拆隔割分]|少于|低于|小于|不[足到]|半层")
NAMES = ("mu", "least", "cut", "under", "half")
UNIT = re.compile(r"\s?(?:个?平|方|㎡|m2)")


def least_told(text: str) -> Iterator[Finding]:
    """At most one finding of what an offer lets at least."""
    found = LEAST.search(text) if _WORDS.search(text) else None
    if found is None:
        return
    name = next(name for name in NAMES if found[name])
    size = parse_number(found[name])
    if size:
        unit = "亩" if found["mu"] else "㎡"
        why = "" if found["mu"] or UNIT.match(text, found.end(name)) else "未写单位，按平方米理解"
        yield Finding(FieldKey.MINIMUM_LET, Amount(size, None), *found.span(), unit, why)


def without_least(found: list[Finding], told: list[Finding]) -> list[Finding]:
    """What else was read of the same figures gives way."""
    if not told:
        return found
    start, end = told[0].start, told[0].end
    rest = [
        each
        for each in found
        if not (start <= each.start < end or each.key is FieldKey.MINIMUM_LET)
        or isinstance(each.value, str | bool)
    ]
    return [*rest, *told]
