"""The comparator of trades: what the enterprise does against what the property will not take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from zhuchao.core.matching.outcome import Offered, Outcome, asks, asks_for, fails, meets
from zhuchao.core.vocabulary.tables import FieldSpec, Tables
from zhuchao.core.vocabulary.term import FieldKey, Term, TradeRef


def accepted_trade(wanted: Term, spec: FieldSpec, offer: Offered, tables: Tables) -> Outcome:
    """Fails on a trade that is excluded, or that is part of one.

    A trade that is only akin to an excluded one (喷涂 beside 电镀, one class of the
    classification) is asked. Where trades are told and this one is not among them, it is met.
    """
    trades = _trades((wanted,), tables)
    excluded = _trades(offer.about(FieldKey.EXCLUDED_TRADE, wanted.floor), tables)
    welcome = _trades(offer.about(FieldKey.TRADE, wanted.floor), tables)
    shown = names_of(trades)
    barred = barred_by(excluded, trades)
    if barred:
        return fails(f"{spec.label} {shown}，对方不接受{names_of(barred)}")
    if any(_holds(each, trade) for each in welcome for trade in trades):
        return meets(f"{spec.label} {shown}，对方接受")
    akin = akin_to(excluded, trades)
    if akin:
        return asks(f"{spec.label} {shown}，对方不接受{names_of(akin)}，是否包括待问")
    if excluded:
        return meets(f"{spec.label} {shown}，不在不接受之列（{names_of(excluded)}）")
    return asks_for(wanted, spec)


def barred_by(excluded: Iterable[TradeRef], trades: Sequence[TradeRef]) -> list[TradeRef]:
    """Which of the excluded trades one of ``trades`` is, or is part of."""
    return [each for each in excluded if any(_holds(each, trade) for trade in trades)]


def akin_to(excluded: Iterable[TradeRef], trades: Sequence[TradeRef]) -> list[TradeRef]:
    """Which of the excluded trades are of one class with ``trades``, or narrower than they are."""
    return [each for each in excluded if any(_is_akin(each, trade) for trade in trades)]


def names_of(trades: Iterable[TradeRef]) -> str:
    """Their names in one row."""
    return "、".join(trade.name for trade in trades)


def _trades(terms: Iterable[Term], tables: Tables) -> list[TradeRef]:
    """The trades of the terms; one that was told by its word alone gets its code."""
    values = (term.read.value for term in terms)
    told = [item for value in values if isinstance(value, tuple) for item in value]
    return [
        item if isinstance(item, TradeRef) else TradeRef(str(item), tables.trade_code(str(item)))
        for item in told
    ]


def _holds(branch: TradeRef, trade: TradeRef) -> bool:
    """Whether ``branch`` names the trade, or a branch of the classification that it belongs to."""
    is_below = trade.code != branch.code and trade.code.startswith(branch.code)
    return branch.name in trade.name or (bool(branch.code) and is_below)


def _is_akin(excluded: TradeRef, trade: TradeRef) -> bool:
    """Whether the trade is wider than what is excluded, or of its class under another name."""
    is_above = bool(trade.code) and excluded.code.startswith(trade.code)
    return trade.name in excluded.name or is_above
