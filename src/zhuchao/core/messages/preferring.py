"""Which of several findings of one field says most."""

from __future__ import annotations

from collections.abc import Sequence

from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.machines import NAMED
from zhuchao.core.vocabulary.term import FieldKey, Machines


def without_fees(found: Sequence[Finding]) -> list[Finding]:
    """物业费另计2元: the figure of the fee is no rent."""
    fees = [each for each in found if each.key is FieldKey.PROPERTY_FEE]
    return [
        each
        for each in found
        if each.key is not FieldKey.RENT
        or not any(fee.start <= each.start < fee.end for fee in fees)
    ]


def figures_first(found: Sequence[Finding]) -> list[Finding]:
    """What is only named gives way to its figures: a machine, and a fee said to be extra."""
    named = {id(each) for each in found if _is_only_named(each)}
    told = {each.key for each in found if id(each) not in named} if named else set()
    return [each for each in found if id(each) not in named or each.key not in told]


def _is_only_named(found: Finding) -> bool:
    value = found.value
    if isinstance(value, Machines):
        return value == NAMED
    return value == "excluded" and found.key is FieldKey.PROPERTY_FEE
