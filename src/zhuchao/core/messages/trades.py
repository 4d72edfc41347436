"""Which trades a message speaks of, and which it turns away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhuchao.core.messages.clauses import STOPS, Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.stretches import stretches
from zhuchao.core.messages.tokens import Kind, Token
from zhuchao.core.messages.trade_items import Named, items_of, plain, word_of
from zhuchao.core.messages.trade_phrases import (
    AND,
    BARRED_AHEAD,
    BARRED_BEHIND,
    BARRED_LABELLED,
    DENYING,
    DOING,
    ENDING,
    FURTHEST,
    INVITED,
    INVITING,
    LISTED_AHEAD,
    LISTED_BEHIND,
    MAKING,
    MORE,
    NEAR,
    NO_FIELD,
    NO_MORE,
    NO_TRADE,
    NOT,
    OF_TRADES,
    PARK_BEHIND,
    SEEKERS,
    STORED,
    TRADE_LABELLED,
    TRADE_LEAD,
    TRADE_NAMED,
    WELCOMED_AHEAD,
    WELCOMED_BEHIND,
)
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, Stance, TradeRef

# 建预制菜产业园: who builds a park of a trade is of that trade.
BUILDING = re.compile(r"建(?:设|个|一个)?$")
NAMING = frozenset({"trade", "made"})
AND_SIGN = re.compile(AND)
UNPARTED = re.compile(rf"[^{''.join(STOPS)}\s]*")
UNPARTED_BEFORE = re.compile(rf"{UNPARTED.pattern}\Z")


def trades(text: str, clause: Clause, tables: Tables, *, is_demand: bool) -> Iterator[Finding]:
    """The trades that a clause welcomes and those that it turns away, stretch by stretch."""
    if clause.roles.isdisjoint(NAMING):
        return
    for part in stretches(text, clause):
        yield from _of_stretch(text, part, tables, is_demand=is_demand)


def _of_stretch(text: str, clause: Clause, tables: Tables, *, is_demand: bool) -> Iterator[Finding]:
    tokens = [token for token in clause.words if _is_trade(text, token)]
    if not tokens:
        return
    denied = [token for token in tokens if NOT.search(text, max(0, token.start - 3), token.start)]
    tokens = [token for token in tokens if token not in denied] if denied else tokens
    kept, barred = _parted(clause, tokens, is_demand=is_demand)
    barred = barred if is_demand else [*denied, *barred]
    yield from _finding(FieldKey.TRADE, list(_known(text, kept, clause, tables)))
    yield from _finding(FieldKey.EXCLUDED_TRADE, list(plain(barred, tables)))


def _finding(key: FieldKey, some: Sequence[Named]) -> Iterator[Finding]:
    refs = tuple(dict.fromkeys(each.ref for each in some))
    if refs:
        yield Finding(key, refs, some[0].start, some[-1].end)


def _is_trade(text: str, token: Token) -> bool:
    """钢结构 and 集装箱 are a trade only where somebody makes them."""
    if token.roles.isdisjoint(NAMING):
        return False
    is_built = BUILDING.search(text, max(0, token.start - 4), token.start) is not None
    if not is_built and PARK_BEHIND.match(text, token.end):
        return False
    is_made = "trade" not in token.roles
    return not is_made or bool(MAKING.search(text, max(0, token.start - 2), token.start))


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
        yield Named(TradeRef(name, tables.trade_code(name) or tables.trade_code(word)),
                    token.start, end)  # fmt: skip


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


def _whole(text: str, clause: Clause) -> tuple[int, int]:
    """The clause with the words around it that the vocabulary does not know."""
    before = UNPARTED_BEFORE.search(text, max(0, clause.start - FURTHEST), clause.start)
    behind = UNPARTED.match(text, clause.end, clause.end + FURTHEST)
    return before.start() if before else clause.start, behind.end() if behind else clause.end


def _whole_line(text: str, clause: Clause) -> tuple[int, int]:
    """The clause up to its stop, with blanks."""
    end = clause.end
    while end < min(len(text), clause.end + FURTHEST) and text[end] not in STOPS:
        end += 1
    return clause.start, end


def _overlap(token: Token, named: Named) -> bool:
    return token.start < named.end and named.start < token.end


def _named(text: str, clause: Clause, tables: Tables) -> list[Named]:
    around = _whole(text, clause)
    labelled = TRADE_LABELLED.search(text, *around)
    found = labelled or TRADE_NAMED.search(text, *around)
    found = found or (TRADE_LEAD.search(text, around[0], around[1]) if around else None)
    if found is None or NO_TRADE.search(found["names"].split("、")[0]):
        return []
    start, end = found.span("names")
    if labelled is not None:
        end = start + len(ENDING.sub("", found["names"]))
    # What is made of known words is told by them: 做环评, 做办公
    if _is_told(clause, start, end):
        return []
    return list(items_of(text, start, end, [], tables))


def _with_listed(
    text: str, clause: Clause, known: list[Named], tables: Tables, *, is_demand: bool
) -> list[Named]:
    """存放油漆、稀释剂, 机械、家纺欢迎: what stands in one list with a trade is one, too."""
    around = _whole(text, clause)
    patterns = (TRADE_NAMED,) if is_demand else (WELCOMED_AHEAD, WELCOMED_BEHIND)
    found = next(filter(None, (each.search(text, *around) for each in patterns)), None)
    if found is None or "、" not in found["names"]:
        return [_whole_name(text, clause, each, found) for each in known] if found else known
    start, end = found.span("names")
    if not any(start <= each.start < end for each in known):
        return known
    others = [
        each
        for each in items_of(text, start, end, [], tables)
        if not _is_told(clause, each.start, each.end)
    ]
    return sorted([*known, *others], key=lambda each: each.start)


def _whole_name(text: str, clause: Clause, known: Named, found: re.Match[str]) -> Named:
    """轨道车辆座椅 of 做轨道车辆座椅的: with the words in front that belong to the name."""
    start, end = found.span("names")
    is_last = known.end == end and start < known.start
    if not is_last or AND_SIGN.search(text, start, end) or _is_told(clause, start, known.start):
        return known
    return Named(TradeRef(text[start:end], known.ref.code), start, end)


def _stored(text: str, clause: Clause, tables: Tables) -> list[Named]:
    """可存肉类、海鲜、雪糕: a list of goods, none of which the vocabulary knows."""
    if text.find("、", max(0, clause.start - FURTHEST), clause.end + FURTHEST) < 0:
        return []
    around = _whole(text, clause)
    if "、" not in text[slice(*around)]:
        return []
    found = STORED.search(text, *around) or next(
        filter(None, (each.search(text, *around) for each in (LISTED_AHEAD, LISTED_BEHIND))), None
    )
    if found is None or _is_told(clause, *found.span("names")):
        return []
    return list(items_of(text, *found.span("names"), [], tables))


def _invited(text: str, clause: Clause, tokens: Sequence[Token], tables: Tables) -> Iterator[Named]:
    """做灯饰五金都可以, 存放饲料、种子可以, 做电商的老板速来."""
    if not _holds(DOING, text, clause):
        return
    around = _whole(text, clause)
    found = INVITED.search(text, *around) if INVITING.search(text, *around) else None
    if found is None:
        return
    start, end = found.span("fit" if found["fit"] else "names")
    inside = [token for token in tokens if start <= token.start < end]
    if inside or ("、" in text[start:end] and not _is_told(clause, start, end)):
        yield from items_of(text, start, end, inside, tables)


def _turned_away(text: str, clause: Clause, tokens: list[Token], tables: Tables) -> list[Named]:
    """氧化剂、剧毒品不收: trades by the list that they stand in, whether known or not."""
    if DENYING.search(text, clause.start, clause.end + NEAR) is None:
        return []
    around = _whole(text, clause)
    found = BARRED_BEHIND.search(text, *around) or BARRED_AHEAD.search(text, *around)
    if found is None:
        return []
    start, end = found.span("names")
    others = [
        token
        for token in clause.tokens
        if start < token.end and token.start < end and token not in tokens
    ]
    if any(token.kind is not Kind.WORD or not token.roles <= NO_FIELD for token in others):
        return []
    return list(items_of(text, start, end, tokens, tables))
