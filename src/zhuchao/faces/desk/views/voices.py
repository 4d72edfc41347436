"""Readers' voices: the queues of comments, corrections and takedowns, and what editors decide."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.publishing import selectors, services
from zhuchao.core.vocabulary.read import Span
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.hand.marking import Mark, runs
from zhuchao.faces.hand.words import choices, word
from zhuchao.tables.voices import takedown_ground

if TYPE_CHECKING:
    from zhuchao.apps.publishing.models import Comment, Correction, Takedown

SORTS = {"received": "received_at"}
# With the keys by which an editor presses them.
REASONS = [(str(key), *each) for key, each in enumerate(choices("comment_reason"), 1)]
OPEN = "open"
MOST_DIGITS = 12


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    """One kind at a time, what is still to be done first."""
    require(request.viewer, Subject.VOICE, Act.SEE)
    counts = selectors.open_counts(request.viewer)
    kind = request.GET.get("kind", "")
    if kind not in counts:
        kind = next((each for each, count in counts.items() if count), "comment")
    state = request.GET.get("state", OPEN)
    page_id = request.GET.get("page_id", "")
    found = selectors.voices(
        request.viewer,
        kind,
        state="" if state == "all" else state,
        page_id=int(page_id) if page_id.isdecimal() and len(page_id) < MOST_DIGITS else None,
    )
    default = "received" if state == OPEN else "-received"
    listed = listing.list_page(request, found, sorts=SORTS, default=default)
    context = {
        "kinds": [(key, word("voice", key).text, count) for key, count in counts.items()],
        "kind": kind,
        "state": state,
        "states": [(OPEN, "待办"), *choices(kind), ("all", "全部")],
        "listing": listed,
        "rows": [_seen(kind, each) for each in listed.page],
        "reasons": REASONS,
        "today": timezone.localdate(),
        "may_decide": can(request.viewer, Subject.VOICE, Act.CHANGE),
    }
    return render(request, "desk/voices/index.html", context)


def _seen(kind: str, record: Any) -> dict[str, Any]:
    if kind == "comment":
        flags = [
            Mark(each["kind"], Span(each["start"], each["end"]), "unknown") for each in record.flags
        ]
        kinds = dict.fromkeys(each["kind"] for each in record.flags)
        return {"record": record, "runs": list(runs(record.text, flags)), "flags": list(kinds)}
    if kind == "takedown":
        return {"record": record, "ground": takedown_ground(record.ground)}
    return {"record": record}


def _queue(kind: str) -> str:
    return f"{reverse('desk:voices')}?kind={kind}"


def _deciding(act: Callable[[DeskRequest, int], Any], said: str) -> Callable[..., HttpResponseBase]:
    """The view of a decision on one comment: the next one stands first afterwards."""

    @desk
    @require_POST
    def view(request: DeskRequest, comment_id: int) -> HttpResponse:
        comment: Comment = act(request, comment_id)
        undo = reverse("desk:comment_undo", args=[comment_id])
        messages.success(request, said.format(name=comment.name), extra_tags=undo)
        return HttpResponseRedirect(_queue("comment"))

    return view


show_comment = _deciding(
    lambda request, pk: services.show_comment(request.viewer, pk), "“{name}”的评论已展示。"
)
refuse_comment = _deciding(
    lambda request, pk: services.refuse_comment(
        request.viewer, pk, reason=request.POST.get("reason", "")
    ),
    "“{name}”的评论不展示，原因已写进回执。",
)


@desk
@require_POST
def undo_comment(request: DeskRequest, comment_id: int) -> HttpResponse:
    comment = services.undo_comment(request.viewer, comment_id)
    messages.success(request, f"“{comment.name}”的评论已放回待看。")
    return HttpResponseRedirect(_queue("comment"))


@desk
@require_safe
def correction(request: DeskRequest, correction_id: int) -> HttpResponse:
    return _correction(request, selectors.voice(request.viewer, "correction", correction_id))


@desk
@require_POST
def answer_correction(request: DeskRequest, correction_id: int) -> HttpResponse:
    record = selectors.voice(request.viewer, "correction", correction_id)
    is_taken = request.POST.get("verdict") == "taken"

    def act() -> str:
        answer = request.POST.get("answer", "")
        services.answer_correction(request.viewer, record.pk, is_taken=is_taken, answer=answer)
        return _queue("correction")

    return perform(
        request,
        act,
        said="已采纳，读者能在回执里看到。" if is_taken else "已答复不采纳，理由写进了回执。",
        again=lambda sentence, status: _correction(request, record, sentence, status),
    )


def _correction(
    request: DeskRequest, record: Correction, problem: str = "", status: int = 200
) -> HttpResponse:
    page = record.page
    passages = [] if page is None else selectors.passages(request.viewer, page)
    context = {
        "record": record,
        "passages": list(enumerate(passages, 1)),
        "editor_address": page and reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "may_decide": can(request.viewer, Subject.VOICE, Act.CHANGE),
        "answer": request.POST.get("answer", record.answer),
        "problem": problem,
    }
    return render(request, "desk/voices/correction.html", context, status=status)


@desk
@require_safe
def takedown(request: DeskRequest, takedown_id: int) -> HttpResponse:
    return _takedown(request, selectors.voice(request.viewer, "takedown", takedown_id))


@desk
@require_POST
def reveal_asker(request: DeskRequest, takedown_id: int) -> HttpResponse:
    record = selectors.voice(request.viewer, "takedown", takedown_id)
    revealed = services.reveal_asker(request.viewer, takedown_id)
    return _takedown(request, record, revealed=revealed)


@desk
@require_POST
def open_evidence(request: DeskRequest, takedown_id: int, file_id: int) -> HttpResponse:
    """A file that came with a takedown, to be saved: no browser runs what it holds."""
    opened = services.open_evidence(request.viewer, takedown_id, file_id)
    answer = HttpResponse(opened.content, content_type=opened.media_type)
    answer["Content-Disposition"] = content_disposition_header(True, opened.name) or "attachment"
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _handling(act: Callable[[DeskRequest, int], Any], said: str) -> Callable[..., HttpResponseBase]:
    """The view of an act on one takedown."""

    @desk
    @require_POST
    def view(request: DeskRequest, takedown_id: int) -> HttpResponse:
        record = selectors.voice(request.viewer, "takedown", takedown_id)

        def then() -> str:
            act(request, takedown_id)
            return reverse("desk:takedown", args=[takedown_id])

        return perform(
            request,
            then,
            said=said,
            again=lambda sentence, status: _takedown(request, record, sentence, status),
        )

    return view


hide_takedown = _handling(
    lambda request, pk: services.hide_meanwhile(
        request.viewer, pk, note=request.POST.get("note", "")
    ),
    "页面已暂停展示，办结前访问者看到说明。",
)
show_takedown = _handling(
    lambda request, pk: services.show_meanwhile(
        request.viewer, pk, note=request.POST.get("note", "")
    ),
    "页面已恢复展示，申请继续办理。",
)
decide_takedown = _handling(
    lambda request, pk: services.decide_takedown(
        request.viewer,
        pk,
        outcome=request.POST.get("outcome", ""),
        reason=request.POST.get("reason", ""),
    ),
    "处理结果已记下，请答复申请人。",
)
reply_takedown = _handling(
    lambda request, pk: services.reply_takedown(
        request.viewer, pk, text=request.POST.get("reply", "")
    ),
    "答复已写进申请人的回执。",
)
restore_takedown = _handling(
    lambda request, pk: services.restore_takedown(
        request.viewer, pk, reason=request.POST.get("reason", "")
    ),
    "页面已恢复发布，请把新的结果答复申请人。",
)


def _takedown(
    request: DeskRequest,
    record: Takedown,
    problem: str = "",
    status: int = 200,
    *,
    revealed: services.Asker | None = None,
) -> HttpResponse:
    page = record.page
    context = {
        "record": record,
        "ground": takedown_ground(record.ground),
        "steps": selectors.steps_of(request.viewer, record),
        "files": selectors.files_of(request.viewer, record),
        "outcomes": choices("takedown_outcome"),
        "is_open": record.state in ("received", "hidden"),
        "is_late": record.state in ("received", "hidden") and record.due_on < timezone.localdate(),
        "editor_address": page and reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "may_decide": can(request.viewer, Subject.VOICE, Act.PUBLISH),
        "may_reveal": can(request.viewer, Subject.VOICE, Act.REVEAL),
        "revealed": revealed,
        "told": request.POST,
        "problem": problem,
    }
    return render(request, "desk/voices/takedown.html", context, status=status)
