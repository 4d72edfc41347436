"""Offers as plain text to paste back into a chat: what they are, never whom to call."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from zhuchao.core.vocabulary.match import Match, Standing, Verdict
from zhuchao.core.vocabulary.term import FieldKey, Term
from zhuchao.faces.hand.terms import equivalent_of, floor_of, in_order, label_of, show_term

# Persons stay in the register, and what only the two sides need to know among them.
UNTOLD = frozenset(
    {
        FieldKey.PERSON, FieldKey.TELEPHONE, FieldKey.COMPANY, FieldKey.RELATION,
        FieldKey.CONFIDENTIAL, FieldKey.MORTGAGE,
    }
)  # fmt: skip
# What people look for first in a line of a chat.
IN_BRIEF = (
    FieldKey.PLACE, FieldKey.AREA, FieldKey.LAND_AREA, FieldKey.HEIGHT, FieldKey.RENT,
    FieldKey.SALE_PRICE, FieldKey.TOTAL_PRICE,
)  # fmt: skip
MOST_RECOMMENDED = 3


def offer_text(title: str, code: str, terms: Iterable[Term], address: str) -> str:
    """One offer line by line; ``address`` is its public page, empty where it has none."""
    known = [term for term in in_order(terms) if term.read.is_known and term.key not in UNTOLD]
    lines = [f"【{title}】", *(_line(term) for term in known), f"房源编号：{code}"]
    return "\n".join([*lines, f"详情：{address}"] if address else lines)


def recommendation_text(receipt: str, matches: Iterable[Match]) -> str:
    """The best offers for an enquiry, each with what is still to be asked; empty without any."""
    fitting = [match for match in matches if match.standing is not Standing.NEAR_MISS]
    chosen = fitting[:MOST_RECOMMENDED]
    if not chosen:
        return ""
    opening = f"您好，按您的需求（{receipt}）找到 {len(chosen)} 处，请您看看："
    return "\n".join([opening, *(_item(at, match) for at, match in enumerate(chosen, start=1))])


def _line(term: Term) -> str:
    floor, beside = floor_of(term), equivalent_of(term)
    label = f"{label_of(term.key)}（{floor}）" if floor else label_of(term.key)
    return f"{label}：{show_term(term)}" + (f"，{beside}" if beside else "")


def _item(number: int, match: Match) -> str:
    terms = {term.key: term for term in reversed(match.offered.terms) if term.read.is_known}
    brief = "，".join(_brief(terms[key]) for key in IN_BRIEF if key in terms)
    met = [label_of(reason.key) for reason in match.reasons if reason.verdict is Verdict.MEETS]
    asked = [label_of(reason.key) for reason in match.unknowns]
    parts = [f"{number}. {match.offered.title}（{match.offered.key}）：{brief}"]
    parts += [f"   符合：{_joined(met)}"] if met else []
    parts += [f"   还要核实：{_joined(asked)}"] if asked else []
    return "\n".join(parts)


def _brief(term: Term) -> str:
    is_plain = term.key is FieldKey.PLACE
    return str(show_term(term)) if is_plain else f"{label_of(term.key)} {show_term(term)}"


def _joined(labels: Sequence[str]) -> str:
    return "、".join(dict.fromkeys(labels))
