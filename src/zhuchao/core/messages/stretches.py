"""The stretches of a clause: what stands between its blanks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from zhuchao.core.messages.clauses import Clause, roles_of
from zhuchao.core.messages.tokens import Kind, Token

_NAMING = frozenset({"trade", "made", "part"})
_SAYING = frozenset({"stance", "negation", "accepts"})


def stretches(text: str, clause: Clause, roles: frozenset[str]) -> Iterator[Clause]:
    """What stands between blanks: 只做机加工 注塑不要; with the bare trades or words behind it.

    Only those of which a word has one of the roles.
    """
    blanks = [at for at in clause.blanks if text[at].isspace()]
    groups = _groups(clause, blanks) if blanks else []
    if len(groups) < 2:
        yield clause
        return
    for group in groups:
        words = tuple([token for token in group if token.kind is Kind.WORD])
        told = roles_of(words)
        if not told.isdisjoint(roles):
            start, end = group[0].start, group[-1].end
            yield clause._replace(
                tokens=tuple(group), words=words, start=start, end=end, roles=told
            )


def _groups(clause: Clause, blanks: list[int]) -> list[list[Token]]:
    groups: list[list[Token]] = []
    end = -1
    for token in clause.tokens:
        is_apart = end < token.start and bisect_left(blanks, end) < bisect_left(blanks, token.start)
        if is_apart or not groups:
            groups.append([])
        groups[-1].append(token)
        end = token.end
    joined: list[list[Token]] = []
    for group in groups:
        if joined and (all(map(_names_trade, group)) or all(map(_only_says, group))):
            joined[-1] += group
        else:
            joined.append(group)
    return joined


def _names_trade(token: Token) -> bool:
    return not token.roles.isdisjoint(_NAMING)


def _only_says(token: Token) -> bool:
    """不要, 优先: behind a blank, of what stands before it; 不做 begins something of its own."""
    if token.roles.isdisjoint(_SAYING) or "value" in token.roles or "verb" in token.roles:
        return False
    return not any(each.key == "leads" for each in token.lexemes)
