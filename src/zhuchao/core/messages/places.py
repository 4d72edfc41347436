"""Where: the divisions that a message names, without those that it only comes from or passes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.stances import INDIFFERENT
from zhuchao.core.messages.tokens import Kind, Token, kind_of
from zhuchao.core.messages.towns import behind_places, other_zones
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, PlaceRef, Stance

# Whose company it is, or where a client comes from, is not where he wants to go.
COMPANY_BEHIND = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:置业|地产|不动产|实业|物流(?!园|中心|港)|供应链|科技(?!园|城)|工贸)(?=$|[\s,，。;；])|[\u4e00-\u9fff]{0,6}(?:置业|地产|不动产|实业)|人(?![才民])|总部|母公司|(?:的)?(?:一家|某家|某企|某公司|客户)|[\u4e00-\u9fffa-z()]{0,14}?(?:公司|集团|股份)"
)
ORIGIN_BEFORE = re.compile(
    r"(?:总部|总部在|来自|母公司|注册在|原址|原在|目前在|从|我是|我们是|人在)$"
)
NEAR_BEFORE = re.compile(
    r"(?:近|临近|靠近|紧邻|毗邻|紧靠|距离?|离|直达|(?:公司|工厂|[我们本]厂|原来|原先|现在|目前)在)$"
)
# 洛阳镇 in 武进 is not the city of that name; 滨海园 in 启东 not the county.
TOWN_BEHIND = re.compile("镇|乡|街道|村|社区|园(?!区)|工业园|产业园|新城|新村|[南北中东西大]?路")
# 青岛北站, 胶州湾: what one wants to be near names no other place than those asked for.
LANDMARK_BEHIND = re.compile(
    r"[东南西北]?站|港(?!区|口区|综保|保税|经济|开发)|机场|湾|高速|大桥|口岸"
)
# Not a word that joins two places, or tells how they are meant.
IN_NAME = re.compile(
    r"[\u4e00-\u9fff](?<![或和及与跟的到至在到去选找近靠离往还也都市县区镇省不要])"
)
# 城市:南京 区域:江宁: the city only says where the districts are.
CITY_LABEL = re.compile(r"(?:城市|省份|地市|省市)\s*[:：]?\s*$")


def places(text: str, clauses: Sequence[Clause], tables: Tables) -> Iterator[Finding]:
    """All places that are asked for, as one finding; those that are excluded, as another."""
    named = [
        (part, token)
        for part in clauses
        if Kind.PLACE in map(kind_of, part.tokens)
        for token in part.tokens
        if token.kind is Kind.PLACE and _is_aim(text, token)
    ]
    if not named:
        return
    for is_excluded in (False, True):
        tokens = [
            token
            for part, token in named
            if (part.stance_at(token.start) is Stance.EXCLUDED) is is_excluded
        ]
        if not tokens:
            continue
        aims = [token for token in tokens if not _is_landmark(text, token)]
        tokens = list(_real(text, aims or tokens, tables))
        starts = {token.start for token in tokens}
        said = {_liking(part, token.start) for part, token in named if token.start in starts}
        if tokens:
            # 浙江优先: all that is named is only liked best.
            stance = said.pop() if said in ({Stance.SOFT}, {Stance.EXCLUDED}) else None
            inner = behind_places(text, clauses, frozenset(starts))
            yield _placed(text, tokens, inner, tables)._replace(stance=stance)


def _is_landmark(text: str, token: Token) -> bool:
    """青岛北站, 近深圳: what one wants to be near; 我公司在常州: where one comes from."""
    is_near = NEAR_BEFORE.search(text, max(0, token.start - 4), token.start) is not None
    return is_near or LANDMARK_BEHIND.match(text, token.end) is not None


def _liking(part: Clause, at: int) -> Stance | None:
    """How a place of a clause is meant: 江苏都行 likes none of them better."""
    stance = part.stance_at(at)
    is_soft = stance is Stance.SOFT
    return None if is_soft and any(t.text in INDIFFERENT for t in part.words) else stance


def _is_aim(text: str, token: Token) -> bool:
    """A place, but not where somebody comes from, or whose name a company bears."""
    return not COMPANY_BEHIND.match(text, token.end) and not ORIGIN_BEFORE.search(
        text, max(0, token.start - 4), token.start
    )


def _real(text: str, tokens: list[Token], tables: Tables) -> Iterator[Token]:
    """Without what only looks like a place: 海门临江新区 does not speak of 临江 in Jilin."""
    starts = {token.start for token in tokens}
    for before, token in zip([None, *tokens], tokens, strict=False):
        is_joined = before is not None and before.end == token.start
        if before is not None and _is_inside_name(text, before, token):
            continue
        is_last = token.end not in starts
        is_town = is_last and TOWN_BEHIND.match(text, token.end) is not None
        is_part = before is not None and (is_town or _is_far(before.text, token.text, tables))
        if not (is_joined and is_part):
            yield token


def _is_inside_name(text: str, before: Token, token: Token) -> bool:
    """叶县尼龙城: behind a place and one more character, no division begins."""
    is_short = not token.text.endswith(("市", "县", "区"))
    gap = text[before.end : token.start]
    return is_short and len(gap) == 1 and IN_NAME.match(gap) is not None


def _is_far(one: str, other: str, tables: Tables) -> bool:
    codes = [
        tables.regions_by_name.get(name, ()) or tables.areas_by_name.get(name, ())
        for name in (one, other)
    ]
    provinces = [{code[:2] for code in each} for each in codes]
    are_counties = all(tables.regions[code].level == "county" for code in codes[1])
    are_counties = are_counties or all(tables.regions[code].level == "county" for code in codes[0])
    is_told = bool(provinces[0] and provinces[1]) and are_counties
    return is_told and provinces[0].isdisjoint(provinces[1])


def _placed(
    text: str, tokens: list[Token], inner: Mapping[int, tuple[str, ...]], tables: Tables
) -> Finding:
    refs, unclear = [], list[str]()
    narrower = _narrower(text, tokens, tables)
    for token in narrower:
        codes = tables.regions_by_name.get(token.text, ())
        codes = _within(codes, tokens, tables) if len(codes) > 1 else codes
        codes = _city_first(codes, tables) if len(codes) > 1 else codes
        code = codes[0] if len(codes) == 1 else ""
        refs += [PlaceRef(token.text + name, code) for name in inner.get(token.start, ("",))]
        refs += [PlaceRef(*zone) for zone in other_zones(text, token, tables)]
        if len(codes) > 1:
            unclear.append(token.text)
    why = f"“{'、'.join(unclear)}”不止一处，未写所属城市" if unclear else ""
    near = tokens[-1].end if tokens[-1].end - tokens[0].start <= 40 else tokens[0].end
    return Finding(FieldKey.PLACE, tuple(dict.fromkeys(refs)), tokens[0].start, near, "", why)


def _within(codes: tuple[str, ...], tokens: list[Token], tables: Tables) -> tuple[str, ...]:
    """Of several divisions of one name, those that lie in another place of the message."""
    others = {code for t in tokens for code in tables.regions_by_name.get(t.text, ())} - set(codes)
    inside = tuple(
        code
        for code in codes
        if tables.regions[code].parent_code in others
        or any(code.startswith(other[:2]) and other.endswith("0000") for other in others)
    )
    return inside or codes


def _city_first(codes: tuple[str, ...], tables: Tables) -> tuple[str, ...]:
    """西安 is the city, not the district of that name in another."""
    cities = tuple(code for code in codes if tables.regions[code].level != "county")
    return cities if len(cities) == 1 else codes


def _narrower(text: str, tokens: list[Token], tables: Tables) -> list[Token]:
    """Without the province or city that only says where the place directly behind it is."""
    kept = []
    inside_of = {
        tables.regions[code].parent_code
        for token in tokens
        for code in tables.regions_by_name.get(token.text, ())
    }
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        codes = tables.regions_by_name.get(token.text, ())
        inside = (
            following is not None
            and following.start - token.end <= 1
            and any(
                code.startswith(own[:4])
                for own in codes
                for code in tables.areas_by_name.get(following.text, ())
            )
        ) or (
            following is not None
            and following.start - token.end <= 1
            and any(
                code in (tables.regions[each].parent_code, tables.regions[each].code[:2] + "0000")
                for code in codes
                for each in tables.regions_by_name.get(following.text, ())
            )
        )
        is_labelled = CITY_LABEL.search(text, max(0, token.start - 8), token.start)
        if not inside and not (is_labelled and not inside_of.isdisjoint(codes)):
            kept.append(token)
    return kept
