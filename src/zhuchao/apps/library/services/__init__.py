"""Writes of the library."""

from zhuchao.apps.library.services.intakes import (
    close_intake,
    hand_to,
    hold_intake,
    keep_form,
    keep_intake,
    note_failure,
    note_kind,
    restore_intake,
    set_aside_intake,
)
from zhuchao.apps.library.services.pages import confirm_page, mark_used

__all__ = [
    "close_intake",
    "confirm_page",
    "hand_to",
    "hold_intake",
    "keep_form",
    "keep_intake",
    "mark_used",
    "note_failure",
    "note_kind",
    "restore_intake",
    "set_aside_intake",
]
