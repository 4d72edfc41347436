"""Writes of the library."""

from zhuchao.apps.library.services.correcting import (
    correct_page,
    cut_away,
    put_back,
    restore_page,
    restore_pages,
    set_aside_page,
    set_aside_pages,
    take_back,
)
from zhuchao.apps.library.services.intakes import (
    close_intake,
    erase_form,
    hand_to,
    hold_intake,
    keep_form,
    keep_intake,
    note_failure,
    note_kind,
    pass_intake,
    restore_intake,
    set_aside_intake,
    split_intake,
)
from zhuchao.apps.library.services.messages import note_corrections
from zhuchao.apps.library.services.noticing import end_watch, watch_company
from zhuchao.apps.library.services.pages import confirm_page, mark_used
from zhuchao.apps.library.services.profiling import drop_profile_row, note_profile_row
from zhuchao.apps.library.services.stating import read_facts_again
from zhuchao.apps.library.services.visiting import visit_source
from zhuchao.apps.library.services.waiting import read_waiting
from zhuchao.apps.library.services.watching import (
    change_source,
    pause,
    resume,
    visit_now,
    watch,
)

__all__ = [
    "change_source",
    "close_intake",
    "confirm_page",
    "correct_page",
    "cut_away",
    "drop_profile_row",
    "end_watch",
    "erase_form",
    "hand_to",
    "hold_intake",
    "keep_form",
    "keep_intake",
    "mark_used",
    "note_corrections",
    "note_failure",
    "note_kind",
    "note_profile_row",
    "pass_intake",
    "pause",
    "put_back",
    "read_facts_again",
    "read_waiting",
    "restore_intake",
    "restore_page",
    "restore_pages",
    "resume",
    "set_aside_intake",
    "set_aside_page",
    "set_aside_pages",
    "split_intake",
    "take_back",
    "visit_now",
    "visit_source",
    "watch",
    "watch_company",
]
