"""The comparator of trades: what the enterprise does against what the property will not take."""

from __future__ import annotations

from zhuchao.core.matching.outcome import Offered, Outcome, asks, asks_for, fails, meets
from zhuchao.core.vocabulary.tables import FieldSpec, Tables
from zhuchao.core.vocabulary.term import FieldKey, Term


def accepted_trade(wanted: Term, spec: FieldSpec, offer: Offered, tables: Tables) -> Outcome:
    """Fails on a trade that is excluded, or that is part of one.

    A trade that is only akin to an excluded one (喷涂 beside 电镀, one class of the
    classification) is asked. Where trades are told and this one is not among them, it is met.
    """
    trades = _words((wanted,))
    excluded = _words(offer.about(FieldKey.EXCLUDED_TRADE, wanted.floor))
    welcome = _words(offer.about(FieldKey.TRADE, wanted.floor))
    shown = "、".join(trades)
    barred = [word for word in excluded if any(_holds(word, t, tables) for t in trades)]
    if barred:
        return fails(f"{spec.label} {shown}，对方不接受{'、'.join(barred)}")
    if any(_holds(word, t, tables) for word in welcome for t in trades):
        return meets(f"{spec.label} {shown}，对方接受")
    akin = [word for word in excluded if any(_is_akin(word, t, tables) for t in trades)]
    if akin:
        return asks(f"{spec.label} {shown}，对方不接受{'、'.join(akin)}，是否包括待问")
    if excluded:
        return meets(f"{spec.label} {shown}，不在不接受之列（{'、'.join(excluded)}）")
    return asks_for(wanted, spec)


def _words(terms: tuple[Term, ...]) -> tuple[str, ...]:
    words: list[str] = []
    for term in terms:
        value = term.read.value
        if isinstance(value, str):
            words.append(value)
        elif isinstance(value, tuple):
            words.extend(str(item) for item in value)
    return tuple(words)


def _holds(word: str, trade: str, tables: Tables) -> bool:
    """Whether ``word`` names the trade, or a branch of the classification that it belongs to."""
    branch, code = _code(word, tables), _code(trade, tables)
    return word in trade or (bool(branch) and code != branch and code.startswith(branch))


def _is_akin(word: str, trade: str, tables: Tables) -> bool:
    """Whether the trade is wider than ``word``, or stands in the same class under another name."""
    own, code = _code(word, tables), _code(trade, tables)
    return trade in word or (bool(code) and own.startswith(code))


def _code(word: str, tables: Tables) -> str:
    return tables.trade_words.get(word) or tables.trade_words.get(word.casefold(), "")
