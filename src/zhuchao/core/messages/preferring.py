"""Which of several findings of one field says most."""

from __future__ import annotations

from collections.abc import Sequence

from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.machines import NAMED
from zhuchao.core.vocabulary.term import MACHINES, FieldKey

# Of what else a figure may be taken that a phrase tells of these.
OF_OTHERS = {FieldKey.PROPERTY_FEE: FieldKey.RENT, FieldKey.RENT_FREE: FieldKey.TERM}
# What may be only named.
NAMING = MACHINES | {FieldKey.PROPERTY_FEE}
# What an offer has only where no part of it is lacking.
LACKING = frozenset({FieldKey.TITLE, FieldKey.SEWAGE, FieldKey.EIA})


def without_fees(found: Sequence[Finding]) -> list[Finding]:
    """物业费另计2元, 免45天: the figure of the fee is no rent, that of the time no lease."""
    told = [each for each in found if each.key in OF_OTHERS]
    if not told:
        return list(found)
    return [
        each
        for each in found
        if not any(
            each.key is OF_OTHERS[other.key] and other.start <= each.start < other.end
            for other in told
        )
    ]


def lacks_first(found: Sequence[Finding]) -> list[Finding]:
    """有土地证没房产证: of an offer's deeds and drains what is lacking counts."""
    lacking = {each.key for each in found if each.value is False and each.key in LACKING}
    if not lacking:
        return list(found)
    return [each for each in found if each.key not in lacking or each.value is False]


def figures_first(found: Sequence[Finding]) -> list[Finding]:
    """What is only named gives way to its figures: a machine, and a fee said to be extra."""
    named = {id(each) for each in found if each.key in NAMING and _is_only_named(each)}
    if not named:
        return list(found)
    told = {each.key for each in found if id(each) not in named}
    return [each for each in found if id(each) not in named or each.key not in told]


def _is_only_named(found: Finding) -> bool:
    return found.value == (NAMED if found.key in MACHINES else "excluded")
