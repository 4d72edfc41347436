"""A visitor says in a sentence what is needed, looks at how it was read, and sends it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from zhuchao.apps.enquiries import services
from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.core.errors import ZhuchaoError
from zhuchao.faces.portal.enquire_forms import SentenceForm
from zhuchao.faces.portal.hearing import HeardRow, HeardSentence, confirmed, hear, mark_of
from zhuchao.ground import rations

SEND = "send"
CHANGED = "这句话改过了，下面已按新的话重新读过：请核对后再提交。"
UNREAD = "有一栏没有读懂，请看标出的地方；改不好可以清空，招商专员会再问您。"


@dataclass
class Said:
    """A posted sentence with its fields."""

    form: SentenceForm
    heard: HeardSentence
    rows: list[HeardRow]

    @property
    def side(self) -> str:
        return str(self.form.data.get("side") or self.heard.side)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def say(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return redirect("portal:enquire")
    form = SentenceForm(request.POST)
    is_valid = form.is_valid()
    if "demand" not in form.cleaned_data:
        return _show(request, {"form": form}, status=422)
    text = form.cleaned_data["demand"]
    heard = hear(text)
    if request.POST.get("act") != SEND or request.POST.get("read_of") != mark_of(text):
        return _read(request, heard)
    side = form.cleaned_data.get("side") or heard.side
    said = Said(form, heard, heard.rows(request.POST.dict(), side))
    if is_valid and not _mend(said):
        return _send(request, said)
    return _again(request, said)


def _read(request: HttpRequest, heard: HeardSentence) -> HttpResponse:
    """The fields as they were read; what is known of the sender stays as it was typed."""
    posted = request.POST.dict()
    kept = {name: posted[name] for name in ("company", "person", "telephone", "offer")
            if posted.get(name, "").strip()}  # fmt: skip
    initial = dict(heard.sender) | kept | {
        "demand": heard.text, "side": heard.side, "read_of": heard.mark,
        "key": posted.get("key") or str(uuid4()),
    }  # fmt: skip
    context = {
        "form": SentenceForm(initial=initial),
        "heard": heard,
        "rows": heard.rows({}, heard.side),
        "changed": CHANGED if posted.get("act") == SEND else "",
    }
    return _show(request, context, status=200)


def _mend(said: Said) -> bool:
    """Whether a field has to be mended; the form then says so."""
    is_wrong = any(each.row.error for each in said.rows)
    if is_wrong:
        said.form.add_error(None, UNREAD)
    return is_wrong


def _send(request: HttpRequest, said: Said) -> HttpResponse:
    terms = confirmed(said.rows, said.form.cleaned_data["side"])
    told = [f"{each.row.term.key}={each.row.text}" for each in said.rows]
    try:
        enquiry = services.receive(
            PUBLIC,
            form=said.form.filled(terms),
            idempotency_key=said.form.idempotency_key(said.form.cleaned_data["side"], *told),
            visitor=rations.visitor_mark(request.META, timezone.localdate()),
        )
    except ZhuchaoError as failure:
        said.form.add_error(None, failure.sentence)
        return _again(request, said)
    return HttpResponseRedirect(reverse("portal:receipt", args=[enquiry.token]))


def _again(request: HttpRequest, said: Said) -> HttpResponse:
    said.form.echo()
    return _show(request, {"form": said.form, "heard": said.heard, "rows": said.rows}, status=422)


def _show(request: HttpRequest, context: dict[str, object], status: int) -> HttpResponse:
    return render(request, "portal/say.html", context, status=status)
