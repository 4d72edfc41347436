"""Figures that speech takes back: 一楼一千八,哦不对,一千六百平; 以一万二为准; 十三块五,十三块五.

What is taken back is blanked with the words that do so, so that what is said instead stands in its
place, behind the same head and the same floor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhuchao.core.text.later import later

_NUMERAL = r"(?:\d[\d.,]{0,11}|[一二两三四五六七八九十百千万半点零]{1,9})"
_UNIT = (
    r"(?:[万亿wk]|个?(?:平方米|平米|平方|平|方)|㎡|m2|亩|米|m|吨|t|公斤|kg|块钱?|元|毛|角|蚊|千伏安|千瓦|kva|kw"
    r"|台|部|个|年|个?月|天|人|[/每一](?:平|天|月|年)|以[内上下]|左右|上下|多|[一二两三四五六七八九\d](?![\d层楼]))"
)
_FIGURE = rf"{_NUMERAL}{_UNIT}{{0,4}}"
_SIGH = r"(?:[哦呃啊嗯额噢唉哎诶咳]|那个){0,3}[,，、…\s]{0,3}"
_SAID = (
    r"(?:我?(?:刚才?)?(?:说|讲|报|写|打|记|发|看)(?:错|岔|快|漏)(?:了|掉)?|口误|手误|打错字?了?)"
)
_TAKES_BACK = (
    rf"(?:不对|不是的?(?=[,，、。\s啊哦]|应该|现在)|错了|搞错了?|弄错了?|{_SAID}"
    r"|算了|更正(?:一下)?|改口|不不|不(?=[,，])|应该说)"
)
_BETWEEN = (
    rf"(?:{_SAID}|错了|[啊哦呃嗯吧了呢,，、。.…\s]|不对|不是|是|还是|应该|要?改成?|改为"
    r"|更正为?|重新说|后来|就是|那就|说|讲|变成|我再看下?)"
)
# 一千八,哦不对,一千六: a figure, the words that take it back, and another behind them.
_RETRACTED = later(
    rf"(?P<figure>{_FIGURE})(?:吧|嘛|呢|啊|的)?[,，、。.…\s]{{0,3}}{_SIGH}{_TAKES_BACK}{_BETWEEN}{{0,8}}"
    rf"(?=(?P<head>[^\d,，。;；\n]{{0,8}}?){_FIGURE})"
)
# 四米五,哦五米吧: so may a sigh, where a unit follows.
_SIGHED = later(
    rf"(?P<figure>{_FIGURE})[,，、…]{{1,2}}(?:[哦噢呃唉哎]|啊不)[,，、…]?(?:不?是)?(?={_NUMERAL}{_UNIT})"
)
# Each branch begins with a plain character, so that re skips to the next of these.
_MAY_SIGH = re.compile("哦|噢|呃|唉|哎|啊不")
_MAY_RETRACT = re.compile("错|不对|不是|算了|更正|改口|口误|手误|不不|,不[,，]|，不[,，]|应该说")
_MAY_CHANGE = re.compile("[改换变加降涨压缩扩调整减升提放宽少][到成为至]")
# 从120亩压到75亩, 5吨改成10吨: what was is taken back by what shall be.
_CHANGED = later(
    rf"从?(?P<figure>{_FIGURE})(?P<by>(?:更?改|换|变|加|降|涨|压|缩|扩|调整?|减|升|提|放宽?|缩减|增加|减少)(?:到|成|为|至))(?={_FIGURE})"
)
# 二楼十三,算十三块五吧: what is reckoned or settled at last.
_SETTLED = later(
    rf"(?P<figure>{_FIGURE})[,，]\s*(?:算(?:了|作|你|它)?|就?按|还是)(?={_FIGURE}(?:吧|好了|算了|得了))"
)
_MAY_SETTLE = re.compile(r"[,，]\s*(?:算|就?按|还是)")
# 十三,十三块五,十三块五: the same said again says nothing more.
_ECHO = re.compile(rf"[,，](?P<again>(?=[^,，]{{2}}){_FIGURE})[吧啊哈]?(?=[,，。;；\s!！]|$)")
_SOFTENED = "吧啊哈嘛"
LONGEST = 24


def retracted(text: str) -> Iterator[tuple[int, int]]:
    """Where what is taken back stands, with the words that take it back; in order."""
    for found in _SIGHED.finditer(text) if _MAY_SIGH.search(text) else ():
        yield found.start("figure"), found.end()
    if _MAY_RETRACT.search(text):
        for found in _RETRACTED.finditer(text):
            yield found.start("figure"), found.end()
    for found in _CHANGED.finditer(text) if _MAY_CHANGE.search(text) else ():
        yield found.start(), found.end()
    may_settle = ("算" in text or "还是" in text) and _MAY_SETTLE.search(text)
    for found in _SETTLED.finditer(text) if may_settle else ():
        yield found.start("figure"), found.end()
    for found in _ECHO.finditer(text):
        if (
            text[max(0, found.start() - LONGEST) : found.start()]
            .rstrip(_SOFTENED)
            .endswith(found["again"])
        ):
            yield found.span()
