"""Which trades the words of a clause speak of, and which they turn away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.stretches import stretches
from zhuchao.core.messages.tokens import Kind, Token
from zhuchao.core.messages.trade_items import Named, code_of, plain, word_of
from zhuchao.core.messages.trade_phrases import (
    COUNTED,
    COUNTS,
    MAKING,
    MORE,
    NO_FIELD,
    NO_MORE,
    NOT,
    OF_TRADES,
    PARK_BEHIND,
)
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, Stance, TradeRef

# 建预制菜产业园: who builds a park of a trade is of that trade.
BUILDING = re.compile(r"建(?:设|个|一个)?$")
NAMING = frozenset({"trade", "made"})


def trades(text: str, clause: Clause, tables: Tables, *, is_demand: bool) -> Iterator[Finding]:
    """The trades that a clause welcomes and those that it turns away, stretch by stretch."""
    if clause.roles.isdisjoint(NAMING):
        return
    for part in stretches(text, clause, NAMING):
        yield from _of_stretch(text, part, tables, is_demand=is_demand)


def _of_stretch(text: str, clause: Clause, tables: Tables, *, is_demand: bool) -> Iterator[Finding]:
    naming = [token for token in clause.words if not token.roles.isdisjoint(NAMING)]
    tokens = [token for token in naming if _is_trade(text, token)]
    if not tokens:
        return
    denied = [token for token in tokens if NOT.search(text, max(0, token.start - 3), token.start)]
    tokens = [token for token in tokens if token not in denied] if denied else tokens
    kept, barred = _parted(clause, tokens, is_demand=is_demand)
    barred = barred if is_demand else [*denied, *barred]
    if kept:
        yield _finding(FieldKey.TRADE, list(_known(text, kept, clause, tables)))
    if barred:
        yield _finding(FieldKey.EXCLUDED_TRADE, list(plain(barred, tables)))


def _finding(key: FieldKey, some: Sequence[Named]) -> Finding:
    refs = tuple(dict.fromkeys([each.ref for each in some]))
    return Finding(key, refs, some[0].start, some[-1].end)


def _is_trade(text: str, token: Token) -> bool:
    """钢结构 and 集装箱 are a trade only where somebody makes them."""
    start, end = token.start, token.end
    if PARK_BEHIND.match(text, end) and not BUILDING.search(text, max(0, start - 4), start):
        return False
    if COUNTED.match(text, end) or COUNTS.search(text, max(0, start - 5), start):
        return False
    is_made = "trade" not in token.roles
    return not is_made or MAKING.search(text, max(0, start - 2), start) is not None


def _parted(
    clause: Clause, tokens: list[Token], *, is_demand: bool
) -> tuple[list[Token], list[Token]]:
    """The trades that are welcome and those that are not: 适合服装 不做喷漆 says both."""
    if not tokens:
        return [], []
    excluded = [t for t in tokens if clause.stance_at(t.start) is Stance.EXCLUDED]
    if excluded:
        kept = [token for token in tokens if token not in excluded]
        return (kept, []) if is_demand else ([], excluded)
    accepts = [token.start for token in clause.words if token.has("accepts")]
    liked = [t for t in tokens if clause.stance_at(t.start) is Stance.SOFT]
    denied = next((token for token in clause.words if token.has("negation")), None)
    if denied is None:
        return (tokens if is_demand or accepts else liked), []
    behind = [token for token in tokens if token.start >= denied.end]
    before = [token for token in tokens if token.start < denied.start]
    is_welcome = bool(behind) and any(start < denied.start for start in accepts)
    return (before, behind) if is_welcome else ([], tokens)


def _known(text: str, tokens: Sequence[Token], clause: Clause, tables: Tables) -> Iterator[Named]:
    """Trades of the vocabulary, each with what belongs to its name."""
    taken = -1
    for at, token in enumerate(tokens):
        if token.start < taken:
            continue
        end = token.end
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        if behind is not None and behind.start == end and behind.has("part"):
            end = behind.end
        if behind is not None and behind.start == end and token.text in OF_TRADES:
            end = behind.end  # 新能源线束
        end = _reach(text, end, clause)
        taken = end
        word = word_of(token)
        name = word + text[token.end : end]
        yield Named(TradeRef(name, code_of(name, tables)), token.start, end)


def _reach(text: str, end: int, clause: Clause) -> int:
    found = MORE.match(text, end)
    if found is None or NO_MORE.search(found["rest"]):
        return end
    behind = found.end("rest")
    has_part = any(end <= t.start < behind and "part" in t.roles for t in clause.words)
    return end if has_part or _is_told(clause, end, behind) else behind


def _is_told(clause: Clause, start: int, end: int) -> bool:
    """Whether words that tell a field stand there; one character (电线) may be part of a name."""
    return any(
        start < token.end
        and token.start < end
        and not (token.kind is Kind.WORD and token.roles <= NO_FIELD)
        and not (token.end - token.start == 1 and token.kind in (Kind.WORD, Kind.NUMBER))
        for token in clause.tokens
    )
