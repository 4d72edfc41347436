"""Ports, airports, stations and scenic areas that a clause tells of: 东兴口岸出入境人员412万."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhuchao.core.facts.marks import Mark

ENDING = re.compile(
    r"(?<![市县区])口岸|机场|景区|车站|高铁站|[\u4e00-\u9fff]站|港(?![口区澳资商台城股币元])"
)
CLAUSE = re.compile(
    r"(?:^|[,，;；。:：、]|其中)"
    r"(?:20\d\d年|[今去全]年(?:以来)?|截至|\d{1,2}月(?:份|末|底)?"
    r"|前[\d一二两三四五六七八九十]{1,2}个?(?:月|季度)|\d+[-—至]\d+月|[一二三四上下半]{1,2}(?:季度|半年|年))*$"
)
# What it is that a facility is told of.
DOES = re.compile(
    r"(?:共|累计|已)*(?:实现|完成|接待|保障|起降|旅客|货物|到发|发送|进出口|外贸|出入境|出入境|验放|吞吐|集装箱|铁矿石|原油|门票|客流|口岸)"
)
NAME = re.compile(
    r"(?![上下]半年|[一二三四]季度|[今去全明本当]年|本月|当月|其中|全[市县区省])[\u4e00-\u9fff]+"
)
LONGEST = 8


def facilities_of(text: str) -> Iterator[Mark]:
    """The facilities that begin a clause, with what is told of them right behind."""
    for found in ENDING.finditer(text):
        for start in range(max(0, found.end() - LONGEST), found.start()):
            if CLAUSE.search(text, 0, start) and DOES.match(text, found.end()):
                name = text[start : found.end()]
                if NAME.fullmatch(name):
                    yield Mark(start, found.end())
                    break
