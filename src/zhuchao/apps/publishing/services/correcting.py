"""Corrections: suggested by a reader, taken over or declined by an editor, who says why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.publishing import mapping
from zhuchao.apps.publishing.models import Correction, PublishedPage
from zhuchao.apps.publishing.voicing import Sent, live_page, once
from zhuchao.core.errors import NotFound, Refused


@dataclass(frozen=True, slots=True)
class Suggested:
    """The passage as the page has it, what is wrong, what it should be, and who says so."""

    passage: str
    wrong: str
    right: str = ""
    source: str = ""


def suggest_correction(
    viewer: Viewer, page_id: int, *, suggested: Suggested, sent: Sent
) -> Correction:
    """Keep a suggestion for an editor; the same form sent again gives the same one.

    Raises: NotFound; Refused, without a passage or what is wrong, or too much in a day.
    """
    require(viewer, Subject.VOICE, Act.MAKE)
    page = live_page(page_id)
    if not suggested.passage.strip() or not suggested.wrong.strip():
        raise Refused("请写明是哪一段文字、错在哪里")

    def make(columns: dict[str, Any]) -> Correction:
        correction = Correction.objects.create(
            **columns,
            organisation_id=page.organisation_id,
            page=page,
            title=page.title,
            passage=suggested.passage.strip(),
            paragraph=_paragraph_of(page, suggested.passage),
            wrong=suggested.wrong.strip(),
            right=suggested.right.strip(),
            source=suggested.source.strip(),
        )
        log(viewer, "suggest_correction", Subject.VOICE, correction)
        return correction

    return once(Correction, "G", sent, make)


@transaction.atomic
def answer_correction(
    viewer: Viewer, correction_id: int, *, is_taken: bool, answer: str
) -> Correction:
    """Say whether it was taken over, and why; answering again replaces what was said.

    Raises: NotFound, NotAllowed; Refused, without a word of why it was declined.
    """
    require(viewer, Subject.VOICE, Act.CHANGE)
    seen = narrow(viewer, Correction.objects.select_for_update(), Subject.VOICE, Act.CHANGE)
    correction = seen.filter(pk=correction_id).first()
    if correction is None:
        raise NotFound("没有这条勘误，或不在您的范围内")
    told = answer.strip()[:500]
    if not is_taken and not told:
        raise Refused("不采纳要写明理由，读者会在回执里看到")
    state = Correction.State
    correction.state = state.TAKEN if is_taken else state.DECLINED
    correction.answer = told
    correction.decided_at, correction.decided_by_id = timezone.now(), viewer.person_id
    correction.save(update_fields=["state", "answer", "decided_at", "decided_by"])
    log(viewer, "answer_correction", Subject.VOICE, correction, state=correction.state)
    return correction


def _paragraph_of(page: PublishedPage, passage: str) -> int | None:
    """Which paragraph of a page, from 1, holds the passage, however its spaces were copied."""
    wanted = "".join(passage.split())
    for number, each in enumerate(mapping.paragraphs_of(page.body), 1):
        if wanted and wanted in "".join(each.text.split()):
            return number
    return None
