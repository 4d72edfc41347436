"""Comments: sent by a reader, shown or refused by an editor, taken back to the queue."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.publishing.flagging import flags_of
from zhuchao.apps.publishing.models import Comment
from zhuchao.apps.publishing.rendering import changes
from zhuchao.apps.publishing.voicing import Sent, live_page, once, takes_comments
from zhuchao.core.errors import NotFound, Refused

SHORTEST = 2
REASONS = ("promotion", "attack", "unrelated", "untrue", "unlawful")


@dataclass(frozen=True, slots=True)
class Words:
    """What a reader writes, and under which name."""

    name: str
    text: str


def send_comment(viewer: Viewer, page_id: int, *, words: Words, sent: Sent) -> Comment:
    """Keep a comment for an editor; the same form sent again gives the same one.

    Raises: NotFound; Refused, where comments are closed, nothing is said, or too much in a day.
    """
    require(viewer, Subject.VOICE, Act.MAKE)
    page = live_page(page_id)
    if not takes_comments(page):
        raise Refused("这篇文章没有开放评论")
    name, text = " ".join(words.name.split()), words.text.strip()
    if not name or len(text) < SHORTEST:
        raise Refused("请写下称呼和评论")

    def make(columns: dict[str, Any]) -> Comment:
        flags = [asdict(each) for each in flags_of(text)]
        comment = Comment.objects.create(
            **columns,
            organisation_id=page.organisation_id,
            page=page,
            name=name,
            text=text,
            flags=flags,
        )
        log(viewer, "send_comment", Subject.VOICE, comment)
        return comment

    return once(Comment, "P", sent, make)


@transaction.atomic
def show_comment(viewer: Viewer, comment_id: int) -> Comment:
    """Let the public read it; its article's page is renewed.

    Raises: NotFound, NotAllowed; Refused, when it is shown already.
    """
    comment = _locked(viewer, comment_id)
    if comment.state == Comment.State.SHOWN:
        raise Refused("这条评论已经展示：可能已由同事办理，请刷新页面")
    _move(viewer, comment, Comment.State.SHOWN)
    log(viewer, "show_comment", Subject.VOICE, comment)
    return comment


@transaction.atomic
def refuse_comment(viewer: Viewer, comment_id: int, *, reason: str) -> Comment:
    """Keep it from the public; its writer reads why.

    Raises: NotFound, NotAllowed; Refused, without a reason of ``REASONS``.
    """
    comment = _locked(viewer, comment_id)
    if reason not in REASONS:
        raise Refused("请选一个不展示的原因，读者会在回执里看到")
    _move(viewer, comment, Comment.State.REFUSED, reason)
    log(viewer, "refuse_comment", Subject.VOICE, comment, reason=reason)
    return comment


@transaction.atomic
def undo_comment(viewer: Viewer, comment_id: int) -> Comment:
    """Put a decided comment back into the queue.

    Raises: NotFound, NotAllowed; Refused, when it waits already.
    """
    comment = _locked(viewer, comment_id)
    if comment.state == Comment.State.WAITING:
        raise Refused("这条评论还没有办理，不需要撤销")
    _move(viewer, comment, Comment.State.WAITING)
    log(viewer, "undo_comment", Subject.VOICE, comment)
    return comment


def _locked(viewer: Viewer, comment_id: int) -> Comment:
    require(viewer, Subject.VOICE, Act.CHANGE)
    seen = narrow(viewer, Comment.objects.select_for_update(), Subject.VOICE, Act.CHANGE)
    found = seen.filter(pk=comment_id).first()
    if found is None:
        raise NotFound("没有这条评论，或不在您的范围内")
    return found


def _move(viewer: Viewer, comment: Comment, state: Comment.State, reason: str = "") -> None:
    was_shown = comment.state == Comment.State.SHOWN
    is_open = state == Comment.State.WAITING
    comment.state, comment.reason = state, reason
    comment.decided_at = None if is_open else timezone.now()
    comment.decided_by_id = None if is_open else viewer.person_id
    comment.save(update_fields=["state", "reason", "decided_at", "decided_by"])
    if was_shown or state == Comment.State.SHOWN:
        transaction.on_commit(partial(changes.voices_changed, comment.page_id), robust=True)
