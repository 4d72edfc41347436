"""What a message tells, in one short line a field, for tables of cases."""

from __future__ import annotations

from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, Machines, PlaceRef, Term, TradeRef


def told(text: str, tables: Tables) -> dict[str, str]:
    """The values by field and floor ("area", "height@2-4"); what is excluded begins with "not "."""
    return {
        f"{term.key.value}@{term.floor}".rstrip("@"): _shown(term)
        for term in parse(text, tables).terms
    }


def _shown(term: Term) -> str:
    is_excluded = term.stance.value == "excluded"
    return f"not {_plain(term)}" if is_excluded else _plain(term)


def _plain(term: Term) -> str:
    match term.read.value:
        case Amount(low, high):
            ends = ["" if end is None else f"{end:.10g}" for end in (low, high)]
            return ends[0] if low == high else "..".join(ends)
        case Machines(count, tonnes):
            return f"{count or ''}x{'' if tonnes is None else f'{tonnes:g}'}"
        case tuple() as items:
            return "|".join(
                item.name if isinstance(item, PlaceRef | TradeRef) else item for item in items
            )
        case bool(value):
            return "yes" if value else "no"
        case value:
            return str(value)
