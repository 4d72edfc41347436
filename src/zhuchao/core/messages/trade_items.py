"""Trades as named, and the code of a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from zhuchao.core.messages.tokens import Token
from zhuchao.core.messages.trade_phrases import DONE, DONE_ENDS, LATIN
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import TradeRef


class Named(NamedTuple):
    """A trade and where it stands."""

    ref: TradeRef
    start: int
    end: int


def plain(tokens: Iterable[Token], tables: Tables) -> Iterator[Named]:
    for token in tokens:
        word = word_of(token)
        yield Named(TradeRef(word, tables.trade_code(word)), token.start, token.end)


def word_of(token: Token) -> str:
    return next(each.value for each in token.lexemes if each.role in ("trade", "made"))


def code_of(name: str, tables: Tables) -> str:
    """The code of a trade by the longest known word that ends its name; empty where none does.

    What is done with a thing is of the thing's trade, unless that is a trade itself: 泡菜加工.
    """
    code = _code_of_end(name, tables)
    if code or name[-1:] not in DONE_ENDS:
        return code
    return _code_of_end(DONE.sub("", name), tables)


def _code_of_end(name: str, tables: Tables) -> str:
    words = tables.trade_words
    code_at = words.get if name.casefold() == name else tables.trade_code
    for at in range(len(name) - 1):
        code = code_at(name[at:])
        if code:
            return code
    return ""


def written(name: str) -> str:
    """AGV, PCB: short foreign words as such trades are written."""
    if name.upper() == name:
        return name
    return LATIN.sub(lambda found: found[0].upper(), name)
