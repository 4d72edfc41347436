"""What a person typed over a proposed value, read as that field's value."""

from __future__ import annotations

from dataclasses import replace

from zhuchao.core.messages import cell_terms
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, Stance, Term, Value

TYPED = "人工更正"


def read_typed(key: FieldKey, typed: str, tables: Tables) -> Read[Value]:
    """The typed text as the field's value, given.

    Raises: Refused, when the text has no reading as that field.
    """
    read = cell_terms(key, typed, tables)[0].read
    return replace(read, state=State.GIVEN, span=None, why=TYPED)


def correct(term: Term, typed: str, stance: Stance, tables: Tables) -> Term:
    """The term with what was typed; its floor stays."""
    return replace(term, read=read_typed(term.key, typed, tables), stance=stance)
