"""Which trades a message speaks of, and which it turns away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.tokens import Token
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, Stance, TradeRef

TRADE_NAMED = re.compile(
    r"(?:做|生产|主营|主做|从事|加工)(?P<name>[\u4e00-\u9fffa-z]{2,10}?)"
    r"(?:的(?!话)|生意|生产|加工|制造|行业|业务|这块|$|(?=[\s,，。;；!！\n]))"
)
NO_TRADE = re.compile(
    r"^[不好到得个过完什么点了一这那要]|什么|起来|出来|下去|隔断|装修|准备|决定|调整"
)


def trades(text: str, clause: Clause, tables: Tables, *, is_demand: bool) -> Iterator[Finding]:
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
