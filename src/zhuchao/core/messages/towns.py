"""What is named right behind a division and lies in it: zones, towns, places without a code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.tokens import Kind, Token, kind_of
from zhuchao.core.vocabulary.tables import Tables

_ZONE = (
    r"(?:高新(?:技术)?(?:产业)?(?:开发)?区|经济(?:技术)?开发区|经开区|开发区|航空港(?:实验)?区|空港新城|空港区?|临空(?:经济)?区|科技城|未来城|小镇|产业集聚区|集聚区|工业集中区|集中区|物流园|创新港|创新谷|创意园|商务区|政务区|港务区|基地"
    r"|综合保税区|综保区|保税(?:港)?区|自贸区|工业园区?|工业区|产业园区?|科技园区?|软件园|新区|新城|新材料园|示范区|港区|园区)"
)
# 桃花镇, 张浦工业园, or a bare name that no other word explains: 前洲, 照母山.
LOCALITY = re.compile(
    rf"[\u4e00-\u9fff]{{0,4}}?{_ZONE}|[\u4e00-\u9fff]{{1,4}}(?:镇|街道|乡)|[\u4e00-\u9fff]{{2,3}}$"
)
# What stands behind a division and names nothing in it.
NO_TOWN = re.compile(
    r"[现待]|仓(?![前桥头埠山])|城[东西南北区郊中厢]|[东西南北中]部|[东西南北]面|周[边围]|附近|一带|本[地市]|[这那]|市[区内中]|郊|境内|全[市境域]"
    r"|[准预]备|新[出到推上开]|[急诚刚]|打算|计划|里?[选挑看]|[太别莫勿也还没很更就不]|[的了有是和或与及到做要想找能需不未无带租售卖买求在也都均各某厂房库楼块间套处栋层号个为先再就只让靠离距]"
)
# 松江九亭, 海门三星镇: a name that begins like a number.
NUMERAL_NAME = re.compile(
    r"[一二三四五六七八九十][^\W\da-z平方亩米层楼栋万千百十块毛元吨台个期号间处套年月天公里面来多分成一二三四五六七八九]"
    r"(?:镇|(?=[\s,，、/(（]|$))"
)
LONGEST = 16
# 涧西或者高新区: a zone of the city that the place before it lies in.
OTHER_ZONE = re.compile(rf"\s*(?:或者?|、|/|和|及)(?P<zone>[\u4e00-\u9fff]{{0,2}}?{_ZONE})")
_AND = re.compile(r"或者?|、|/|和|及")
_WORD = re.compile(r"[\u4e00-\u9fff]+")


def behind_places(
    text: str, clauses: Sequence[Clause], meant: frozenset[int]
) -> Mapping[int, tuple[str, ...]]:
    """What lies in each place, by where the place starts: 陈埭 for 晋江陈埭; no empty ones.

    ``meant`` are the starts of the places that are meant; any other is part of such a name.
    """
    found = {}
    for clause in clauses:
        if Kind.PLACE not in map(kind_of, clause.tokens):
            continue
        tokens = [t for t in clause.tokens if t.kind is not Kind.PLACE or t.start in meant]
        for token, following, further in zip_longest(tokens, tokens[1:], tokens[2:]):
            if token.kind is Kind.PLACE:
                is_numeral = NUMERAL_NAME.match(text, token.end) is not None
                behind = further if is_numeral else following
                limit = behind.start if behind is not None else token.end + LONGEST
                names = tuple(_localities(text, token.end, min(limit, token.end + LONGEST)))
                if names:
                    found[token.start] = names
    return found


def _localities(text: str, start: int, limit: int) -> Iterator[str]:
    """张浦、千灯、陆家 behind 昆山: one or several."""
    while name := _locality(text, start, limit):
        yield name
        gap = _AND.match(text, start + len(name), limit)
        if gap is None:
            return
        start = gap.end()


def _locality(text: str, start: int, limit: int) -> str:
    run = _WORD.match(text, start, limit)
    if run is None:
        return ""
    other = NO_TOWN.search(run[0])
    found = LOCALITY.match(run[0][: other.start()] if other else run[0])
    return found[0] if found else ""


def other_zones(text: str, token: Token, tables: Tables) -> Iterator[tuple[str, str]]:
    """A zone told beside a place as another choice, with the code of the city it lies in."""
    found = OTHER_ZONE.match(text, token.end)
    codes = tables.regions_by_name.get(token.text, ())
    if found is not None and len(codes) == 1 and not NO_TOWN.search(found["zone"]):
        region = tables.regions[codes[0]]
        yield found["zone"], region.parent_code if region.level == "county" else region.code
