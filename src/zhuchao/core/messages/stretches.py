"""The stretches of a clause: what stands between its blanks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from zhuchao.core.messages.clauses import Clause, roles_of
from zhuchao.core.messages.tokens import Kind, Token


def stretches(text: str, clause: Clause) -> Iterator[Clause]:
    """What stands between blanks: 只做机加工 注塑不要; with the bare trades or words behind it."""
    blanks = [at for at in clause.blanks if text[at].isspace()]
    if not blanks:
        yield clause
        return
    groups: list[list[Token]] = []
    for token in clause.tokens:
        before = bisect_left(blanks, token.start)
        if groups and (not before or blanks[before - 1] < groups[-1][-1].end):
            groups[-1].append(token)
        else:
            groups.append([token])
    joined: list[list[Token]] = []
    for group in groups:
        if joined and (all(map(_names_trade, group)) or all(map(_only_says, group))):
            joined[-1] += group
        else:
            joined.append(group)
    if len(joined) == 1:
        yield clause
        return
    for group in joined:
        words = tuple(token for token in group if token.kind is Kind.WORD)
        start, end = group[0].start, group[-1].end
        roles = roles_of(words)
        yield clause._replace(tokens=tuple(group), words=words, start=start, end=end, roles=roles)


def _names_trade(token: Token) -> bool:
    return bool(token.roles & {"trade", "made", "part"})


def _only_says(token: Token) -> bool:
    """不要, 优先: behind a blank, of what stands before it; 不做 begins something of its own."""
    is_said = bool(token.roles & {"stance", "negation", "accepts"}) and "value" not in token.roles
    leads = any(each.key == "leads" for each in token.lexemes)
    return is_said and not leads and "verb" not in token.roles
