"""What words say by themselves: kinds, flags, trades, places, persons, when to move in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.tokens import Kind, Token
from zhuchao.core.vocabulary.tables import Lexeme, Tables
from zhuchao.core.vocabulary.term import FieldKey, Machines, PlaceRef, Stance, TradeRef, Value

MACHINE_HEADS = {"crane": FieldKey.CRANE, "lift": FieldKey.LIFT, "dock": FieldKey.DOCK}
DEPOSIT = re.compile(r"押[一二两三四五六\d]{1,2}付[一二两三四五六七八九十\d]{1,2}|年付|半年付|季付")
# Whose company it is, or where a client comes from, is not where he wants to go.
COMPANY_BEHIND = re.compile(
    r"(?:的)?(?:一家|某家|某企|某公司|客户)|[\u4e00-\u9fffa-z()]{0,14}?(?:公司|集团|股份)"
)
# 不用环评 asks for nothing: the field stays open.
NOT_NEEDED = re.compile(r"(?:不用|无需|不需要?|不要求|不必|用不着)(?:做|办|有)?$")
NEGATED = re.compile(r"(?:无|没有|没|未|不带|不能|不可以?|做不了)$")
_WHEN = (
    r"(?:\d{4}年)?(?:q[1-4]|第?[一二三四]季度)|[上下]半年|年中|年前|年后|年底前?|月底前?|春节[前后]|节[前后]|下个?月|本月|近期|尽快|马上|立即|随时"
    r"|[一二两三四五六七八九十半\d]{1,4}(?:个月|年|天|周)(?:之?内|以内|后)|(?:\d{4}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底|初|前|\d{1,2}[日号])?"
)
_WHAT = r"进场|入驻|入场|交付|交房|搬|投用|开工|投产|挂牌|要用|使用|起租|上(?![\u4e00-\u9fff])"
TRADE_NAMED = re.compile(
    r"(?:做|生产|主营|主做|从事|加工)(?P<name>[\u4e00-\u9fffa-z]{2,10}?)"
    r"(?:的(?!话)|生意|生产|加工|制造|行业|业务|这块|$|(?=[\s,，。;；!！\n]))"
)
NO_TRADE = re.compile(
    r"^[不好到得个过完什么点了一这那要]|什么|起来|出来|下去|隔断|装修|准备|决定|调整"
)
MOVE_IN = re.compile(rf"(?P<when>{_WHEN})(?=[^,，。;；\n]{{0,4}}(?:{_WHAT}))")
# An offer that is soon listed says nothing of moving in.
SOON = ("近期", "本月", "下个月")
ORIGIN_BEFORE = re.compile(r"(?:总部|总部在|来自|母公司|注册在|原址|原在|目前在|从)$")
# 青岛北站, 胶州湾: what one wants to be near names no other place than those asked for.
LANDMARK_BEHIND = re.compile(r"[东南西北]?站|港(?!区|口区)|机场|湾|高速|大桥|口岸")
# 城市:南京 区域:江宁: the city only says where the districts are.
CITY_LABEL = re.compile(r"(?:城市|省份|地市|省市)\s*[:：]?\s*$")
INDIFFERENT = frozenset({"都行", "也行", "也可以"})
NEW_YEAR = ("年前", "年后")


def said(text: str, clause: Clause, tables: Tables, *, is_demand: bool) -> list[Finding]:
    """The findings that the clause's words make, in order."""
    return [
        *_flags_and_choices(text, clause, tables),
        *_bare_machines(clause),
        *_trades(text, clause, tables, is_demand=is_demand),
    ]


def _flags_and_choices(text: str, clause: Clause, tables: Tables) -> Iterator[Finding]:
    for token in clause.words:
        for lexeme in token.lexemes:
            is_said = lexeme.role == "value" and lexeme.key != "deposit"
            if (
                is_said
                and not _is_open(lexeme, clause)
                and not NOT_NEEDED.search(text, max(0, token.start - 4), token.start)
            ):
                yield _value(text, token, lexeme, clause, tables)


def _is_open(lexeme: Lexeme, clause: Clause) -> bool:
    """集体地也行 leaves the ownership open."""
    return lexeme.key == FieldKey.LAND_OWNERSHIP and clause.stance is Stance.SOFT


def _value(text: str, token: Token, lexeme: Lexeme, clause: Clause, tables: Tables) -> Finding:
    key = FieldKey(lexeme.key)
    form = tables.fields[key].form
    value: Value = lexeme.value
    if form == "flag":
        is_negated = NEGATED.search(text, max(0, token.start - 3), token.start) is not None
        value = (lexeme.value == "true") is not is_negated
    elif form == "choices":
        value = (lexeme.value,)
    return Finding(key, value, token.start, token.end, floor=_floor(clause, key, token))


def _floor(clause: Clause, key: FieldKey, token: Token) -> str:
    return clause.floor_at(token.start) if key is FieldKey.FIRE_CLASS else ""


def _bare_machines(clause: Clause) -> Iterator[Finding]:
    for token in clause.words:
        for lexeme in token.lexemes:
            key = MACHINE_HEADS.get(lexeme.key) if lexeme.role == "head" else None
            if key is not None:
                yield Finding(key, Machines(None, None), token.start, token.end, "t")


def _trades(text: str, clause: Clause, tables: Tables, *, is_demand: bool) -> Iterator[Finding]:
    tokens = [token for token in clause.words if token.has("trade")]
    if not tokens:
        if is_demand and clause.stance is not Stance.EXCLUDED:
            yield from _named_trade(text, clause)
        return
    kept, barred = _parted(clause, tokens, is_demand=is_demand)
    for key, some in ((FieldKey.TRADE, kept), (FieldKey.EXCLUDED_TRADE, barred)):
        words = dict.fromkeys(_trade_word(token) for token in some)
        trades = tuple(TradeRef(word, tables.trade_code(word)) for word in words)
        if trades:
            yield Finding(key, trades, some[0].start, some[-1].end)


def _parted(
    clause: Clause, tokens: list[Token], *, is_demand: bool
) -> tuple[list[Token], list[Token]]:
    """The trades that are welcome and those that are not: 适合服装 不做喷漆 says both."""
    accepts = [token.start for token in clause.words if token.has("accepts")]
    if clause.stance is Stance.EXCLUDED and not is_demand:
        return [], tokens
    denied = next((token for token in clause.words if token.has("negation")), None)
    if denied is None:
        return (tokens if is_demand or accepts else []), []
    behind = [token for token in tokens if token.start >= denied.end]
    before = [token for token in tokens if token.start < denied.start]
    is_welcome = bool(behind) and any(start < denied.start for start in accepts)
    return (before, behind) if is_welcome else ([], tokens)


def _named_trade(text: str, clause: Clause) -> Iterator[Finding]:
    """做卫浴的, 生产某某: a trade that the vocabulary does not know, as it is called."""
    found = TRADE_NAMED.search(text, clause.start, clause.end)
    if found is None or NO_TRADE.search(found["name"]):
        return
    start, end = found.span("name")
    if any(start < token.end and token.start < end for token in clause.tokens):
        return  # What is made of known words is told by them: 做环评, 做办公
    yield Finding(FieldKey.TRADE, (TradeRef(found["name"], ""),), start, end)


def _trade_word(token: Token) -> str:
    return next(each.value for each in token.lexemes if each.role == "trade")


def places(text: str, clauses: Sequence[Clause], tables: Tables) -> Iterator[Finding]:
    """All places that are asked for, as one finding; those that are excluded, as another."""
    for is_excluded in (False, True):
        parts = [part for part in clauses if (part.stance is Stance.EXCLUDED) is is_excluded]
        tokens = [token for part in parts for token in part.tokens if _is_aim(text, token)]
        aims = [token for token in tokens if not LANDMARK_BEHIND.match(text, token.end)]
        tokens = list(_real(aims or tokens, tables))
        starts = {token.start for token in tokens}
        said = {
            _liking(part) for part in parts if any(token.start in starts for token in part.tokens)
        }
        if tokens:
            # 浙江优先: all that is named is only liked best.
            stance = said.pop() if said in ({Stance.SOFT}, {Stance.EXCLUDED}) else None
            yield _placed(text, tokens, tables, stance)


def _liking(part: Clause) -> Stance | None:
    """How the places of a clause are meant: 江苏都行 likes none of them better."""
    is_indifferent = any(token.text in INDIFFERENT for token in part.words)
    return None if part.stance is Stance.SOFT and is_indifferent else part.stance


def _is_aim(text: str, token: Token) -> bool:
    """A place, but not where somebody comes from, or whose name a company bears."""
    return (
        token.kind is Kind.PLACE
        and not COMPANY_BEHIND.match(text, token.end)
        and not ORIGIN_BEFORE.search(text, max(0, token.start - 4), token.start)
    )


def _real(tokens: list[Token], tables: Tables) -> Iterator[Token]:
    """Without what only looks like a place: 海门临江新区 does not speak of 临江 in Jilin."""
    for before, token in zip([None, *tokens], tokens, strict=False):
        is_joined = before is not None and before.end == token.start
        if not (before is not None and is_joined and _is_far(before.text, token.text, tables)):
            yield token


def _is_far(one: str, other: str, tables: Tables) -> bool:
    codes = [tables.regions_by_name.get(name, ()) for name in (one, other)]
    provinces = [{code[:2] for code in each} for each in codes]
    are_counties = all(tables.regions[code].level == "county" for code in codes[1])
    is_told = bool(provinces[0] and provinces[1]) and are_counties
    return is_told and provinces[0].isdisjoint(provinces[1])


def _placed(text: str, tokens: list[Token], tables: Tables, stance: Stance | None) -> Finding:
    refs, unclear = [], []
    narrower = _narrower(text, tokens, tables)
    for token in narrower:
        codes = tables.regions_by_name.get(token.text, ())
        codes = _within(codes, tokens, tables) if len(codes) > 1 else codes
        codes = _city_first(codes, tables) if len(codes) > 1 else codes
        refs.append(PlaceRef(token.text, codes[0] if len(codes) == 1 else ""))
        if len(codes) > 1:
            unclear.append(token.text)
    why = f"“{'、'.join(unclear)}”不止一处，未写所属城市" if unclear else ""
    near = tokens[-1].end if tokens[-1].end - tokens[0].start <= 40 else tokens[0].end
    return Finding(
        FieldKey.PLACE, tuple(dict.fromkeys(refs)), tokens[0].start, near, "", why, stance
    )


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
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        codes = tables.regions_by_name.get(token.text, ())
        inside = (
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


def phrases(text: str, *, is_demand: bool) -> Iterator[Finding]:
    """What is said in phrases that keep their words: deposit rhythm, when to move in."""
    deposit = DEPOSIT.search(text)
    if deposit:
        yield Finding(FieldKey.DEPOSIT, deposit[0], deposit.start(), deposit.end())
    when = MOVE_IN.search(text)
    if when and (is_demand or when["when"] not in SOON):
        start, end = when.span("when")
        why = "未说明是农历年还是公历年" if when["when"].startswith(NEW_YEAR) else ""
        yield Finding(FieldKey.MOVE_IN, when["when"], start, end, "", why)
