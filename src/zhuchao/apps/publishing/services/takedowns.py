"""Takedowns: asked for, hidden meanwhile or not, decided, replied, restored; each step is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.publishing import evidence
from zhuchao.apps.publishing.away import bring_back, keep_away, must_hide, where_it_still_stands
from zhuchao.apps.publishing.models import Takedown, TakedownStep
from zhuchao.apps.publishing.voicing import Sent, live_page, once
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.workdays import after_working_days
from zhuchao.ground import files
from zhuchao.ground.receipts import digits_mark
from zhuchao.tables.voices import takedown_ground, takedown_grounds

ASKS_AS = ("author", "rights_owner", "named", "authority", "other")
OPEN = (Takedown.State.RECEIVED, Takedown.State.HIDDEN)


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, as what, on which ground, for which part of the page, and how to reach them."""

    asks_as: str
    ground: str
    told: str
    name: str
    telephone: str
    part: str = ""
    evidence: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asked, in plain text, for the one screen that wanted it."""

    name: str
    telephone: str
    email: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A file for the one who opened it."""

    name: str
    media_type: str
    content: bytes


def ask_takedown(
    viewer: Viewer,
    page_id: int,
    *,
    asked: Asked,
    sent: Sent,
    attached: Sequence[evidence.Attached] = (),
) -> Takedown:
    """Receive it, and hide the page meanwhile where its site's policy says so.

    The same form sent again gives the same one.

    Raises: NotFound; Refused, when something is missing, too much came in a day, or a file may
    not be attached.
    """
    require(viewer, Subject.VOICE, Act.MAKE)
    _refuse_incomplete(asked)
    evidence.refuse_unfit(attached)

    def make(columns: dict[str, Any]) -> Takedown:
        return _receive(viewer, page_id, asked, sent, attached, columns)

    return once(Takedown, "C", sent, make)


def _receive(
    viewer: Viewer,
    page_id: int,
    asked: Asked,
    sent: Sent,
    attached: Sequence[evidence.Attached],
    columns: dict[str, Any],
) -> Takedown:
    page, ground = live_page(page_id), takedown_ground(asked.ground)
    takedown = Takedown.objects.create(
        **columns,
        **{name: getattr(asked, name).strip() for name in Asked.__slots__},
        organisation_id=page.organisation_id,
        page=page,
        title=page.title,
        digits_mark=digits_mark(columns["receipt"], asked.telephone),
        due_on=after_working_days(sent.on, ground.days),
    )
    evidence.take_room(attached, visitor=sent.visitor, on=sent.on)
    evidence.keep(takedown, attached)
    detail = {"ground": ground.key, "files": len(attached)}
    log(viewer, "ask_takedown", Subject.VOICE, takedown, **detail)
    _step(viewer, takedown, "received", f"附文件 {len(attached)} 个" if attached else "")
    if must_hide(page, ground):
        _hide(viewer, takedown, f"理由是“{ground.name}”，按规定先暂停展示")
    return takedown


def _refuse_incomplete(asked: Asked) -> None:
    if (
        asked.ground not in {each.key for each in takedown_grounds()}
        or asked.asks_as not in ASKS_AS
    ):
        raise Refused("请选择您的身份和理由")
    if not asked.told.strip() or not asked.name.strip():
        raise Refused("请写明理由和您的姓名或单位")
    if not digits_mark("", asked.telephone):
        raise Refused("请填写完整的电话：凭它的最后 4 位查询办理情况")


@transaction.atomic
def hide_meanwhile(viewer: Viewer, takedown_id: int, *, note: str = "") -> Takedown:
    """Keep the page from the public until it is decided.

    Raises: NotFound, NotAllowed; Refused, when it is hidden or decided already.
    """
    takedown = _open(viewer, takedown_id)
    if takedown.is_away:
        raise Refused("这个页面已经暂停展示")
    _hide(viewer, takedown, note)
    return takedown


@transaction.atomic
def show_meanwhile(viewer: Viewer, takedown_id: int, *, note: str = "") -> Takedown:
    """Let the public read the page again although it is not decided yet.

    Raises: NotFound, NotAllowed; Refused, when it is shown or decided already.
    """
    takedown = _open(viewer, takedown_id)
    if not takedown.is_away:
        raise Refused("这个页面没有暂停展示")
    bring_back(viewer, takedown)
    log(viewer, "show_page_again", Subject.VOICE, takedown)
    _step(viewer, takedown, "shown", note)
    _to(takedown, Takedown.State.RECEIVED)
    return takedown


@transaction.atomic
def decide_takedown(viewer: Viewer, takedown_id: int, *, outcome: str, reason: str) -> Takedown:
    """Take the page down, keep it, or bring back what was changed in it.

    Where the site asks for a review, what was changed waits for it.

    Raises: NotFound, NotAllowed; Refused, without a reason, when it is decided already, when the
    words to go still stand there, or when what was changed may not be published.
    """
    takedown = _open(viewer, takedown_id)
    if outcome not in Takedown.Outcome.values or not reason.strip():
        raise Refused("请选择处理结果，并写明依据")
    if outcome == Takedown.Outcome.CHANGED:
        _refuse_unchanged(takedown)
    if outcome == Takedown.Outcome.TAKEN_DOWN:
        keep_away(viewer, takedown)
    else:
        bring_back(viewer, takedown, is_changed=outcome == Takedown.Outcome.CHANGED)
    takedown.outcome = outcome
    takedown.decided_at, takedown.decided_by_id = timezone.now(), viewer.person_id
    takedown.save(update_fields=["outcome", "decided_at", "decided_by"])
    log(viewer, "decide_takedown", Subject.VOICE, takedown, outcome=outcome)
    _step(viewer, takedown, outcome, reason)
    _to(takedown, Takedown.State.DECIDED)
    return takedown


@transaction.atomic
def reply_takedown(viewer: Viewer, takedown_id: int, *, text: str) -> Takedown:
    """Tell the asker what was decided and why; it is read under the receipt.

    Raises: NotFound, NotAllowed; Refused, before it is decided and without a text.
    """
    takedown = _locked(viewer, takedown_id)
    if takedown.state in OPEN:
        raise Refused("还没有处理结果：请先办结，再答复")
    if not text.strip():
        raise Refused("请写明答复内容")
    takedown.reply = text.strip()[:1000]
    takedown.save(update_fields=["reply"])
    log(viewer, "reply_takedown", Subject.VOICE, takedown)
    _step(viewer, takedown, "replied", takedown.reply)
    _to(takedown, Takedown.State.REPLIED)
    return takedown


@transaction.atomic
def restore_takedown(viewer: Viewer, takedown_id: int, *, reason: str) -> Takedown:
    """Put back what was taken down; the decision then is that it is kept, and is told anew.

    Raises: NotFound, NotAllowed; Refused, without a reason and when it was not taken down.
    """
    takedown = _locked(viewer, takedown_id)
    if takedown.outcome != Takedown.Outcome.TAKEN_DOWN:
        raise Refused("这个页面没有因这份申请撤下，不需要恢复")
    if not reason.strip():
        raise Refused("请写明恢复的依据")
    bring_back(viewer, takedown)
    takedown.outcome, takedown.reply = Takedown.Outcome.KEPT, ""
    takedown.save(update_fields=["outcome", "reply"])
    log(viewer, "restore_takedown", Subject.VOICE, takedown)
    _step(viewer, takedown, "restored", reason)
    _to(takedown, Takedown.State.DECIDED)
    return takedown


@transaction.atomic
def reveal_asker(viewer: Viewer, takedown_id: int) -> Asker:
    """Who asked, in plain text; that it was looked at is recorded. Raises: NotFound, NotAllowed."""
    takedown = _locked(viewer, takedown_id, act=Act.REVEAL)
    log(viewer, "reveal_asker", Subject.VOICE, takedown)
    return Asker(takedown.name.open(), takedown.telephone.open(), takedown.email.open())


@transaction.atomic
def open_evidence(viewer: Viewer, takedown_id: int, file_id: int) -> Opened:
    """A file that came with a takedown; that it was opened is recorded.

    Raises: NotAllowed; NotFound, where there is no such file of that takedown.
    """
    takedown = _locked(viewer, takedown_id, act=Act.REVEAL)
    row = takedown.files.filter(pk=file_id).first()
    if row is None:
        raise NotFound("这份申请没有这个附件")
    content = files.open_kept(row.file)
    log(viewer, "open_evidence", Subject.VOICE, takedown, file=row.pk)
    return Opened(row.name, evidence.MEDIA_TYPES[row.kind], content)


def _refuse_unchanged(takedown: Takedown) -> None:
    still = where_it_still_stands(takedown.page, takedown.part)
    if still:
        raise Refused(f"申请涉及的文字还在{still}里：请先改好保存，再选“修改后保留”")


def _hide(viewer: Viewer, takedown: Takedown, note: str) -> None:
    keep_away(viewer, takedown)
    log(viewer, "hide_page", Subject.VOICE, takedown)
    _step(viewer, takedown, "hidden", note)
    _to(takedown, Takedown.State.HIDDEN)


def _open(viewer: Viewer, takedown_id: int) -> Takedown:
    takedown = _locked(viewer, takedown_id)
    if takedown.state not in OPEN:
        raise Refused("这份申请已经办结：可能已由同事办理，请刷新页面")
    return takedown


def _locked(viewer: Viewer, takedown_id: int, *, act: Act = Act.PUBLISH) -> Takedown:
    require(viewer, Subject.VOICE, act)
    rows = Takedown.objects.select_for_update()
    takedown = narrow(viewer, rows, Subject.VOICE, act).filter(pk=takedown_id).first()
    if takedown is None:
        raise NotFound("没有这份申请，或不在您的范围内")
    return takedown


def _step(viewer: Viewer, takedown: Takedown, act: str, note: str = "") -> None:
    TakedownStep.objects.create(
        takedown=takedown, act=act, by_id=viewer.person_id, note=note.strip()[:1000]
    )


def _to(takedown: Takedown, state: Takedown.State) -> None:
    takedown.state = state
    takedown.save(update_fields=["state"])
