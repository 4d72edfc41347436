"""Comparators of what is chosen from a list: the same, any of, ranked, traits, flags."""

from __future__ import annotations

from zhuchao.core.matching.outcome import Case, Outcome, asks, fails, meets
from zhuchao.core.vocabulary.term import Value

# Neither the same nor plainly another thing: who buys may also take over, who seeks a factory
# may take a whole plant. That is a question to ask, not a mismatch.
AKIN = frozenset(
    {
        frozenset({"sale", "transfer"}),
        frozenset({"factory", "whole_plant"}),
        frozenset({"office", "rnd"}),
    }
)
# Traits of which a building has one; any other trait can stand beside them.
RIVALS = frozenset({"single", "multi", "high_rise"})


def any_of(case: Case) -> Outcome:
    """One of the values asked for must be among those offered."""
    wanted, offered = _names(case.wanted.read.value), _names(case.offered.read.value)
    if wanted & offered:
        return meets(f"{case.label} {case.offered_text}")
    if any(frozenset({one, other}) in AKIN for one in wanted for other in offered):
        return asks(f"{case.label} {case.offered_text}，能否按{case.wanted_text}谈待问")
    return fails(f"{case.label} {case.offered_text}，不是{case.wanted_text}")


def traits(case: Case) -> Outcome:
    """Every trait asked for must be there; among rivals any one of those asked for."""
    wanted, offered = _names(case.wanted.read.value), _names(case.offered.read.value)
    rivals = offered & RIVALS
    if wanted & RIVALS and rivals and not wanted & rivals:
        return fails(f"{case.label} {case.offered_text}，不是{case.wanted_text}")
    lacking = (wanted - RIVALS) - offered
    if lacking or (wanted & RIVALS and not rivals):
        return asks(f"{case.label}待核（{case.offered_text}，需要 {case.wanted_text}）")
    return meets(f"{case.label} {case.offered_text}")


def ranked(case: Case) -> Outcome:
    """The offered class must be as strong as the one asked for; a class holds its subclasses."""
    wanted, offered = str(case.wanted.read.value), str(case.offered.read.value)
    order = list(case.spec.choices)
    if wanted not in order or offered not in order:
        return asks(f"{case.label}待核（{case.offered_text}，需要 {case.wanted_text}）")
    if order.index(offered) <= order.index(wanted) or offered.startswith(wanted):
        return meets(f"{case.label} {case.offered_text}，满足{case.wanted_text}")
    if wanted.startswith(offered):
        return asks(f"{case.label} {case.offered_text}，是否达到{case.wanted_text}待问")
    return fails(f"{case.label} {case.offered_text}，低于{case.wanted_text}")


def flag(case: Case) -> Outcome:
    """Yes must meet yes, and no must meet no."""
    wanted, offered = case.wanted.read.value, case.offered.read.value
    if not isinstance(wanted, bool) or not isinstance(offered, bool):
        return asks(f"{case.label}待核（{case.offered_text}，需要 {case.wanted_text}）")
    if wanted is offered:
        return meets(case.offered_text)
    return fails(f"{case.offered_text}，需要{case.wanted_text}")


def _names(value: Value | None) -> frozenset[str]:
    if isinstance(value, str):
        return frozenset({value})
    return frozenset(str(item) for item in value) if isinstance(value, tuple) else frozenset()
