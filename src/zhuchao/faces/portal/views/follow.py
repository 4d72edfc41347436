"""A visitor follows an enquiry by the number of its receipt and the telephone's last digits."""

from __future__ import annotations

from functools import partial

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from zhuchao.apps.enquiries import selectors, services
from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.core.errors import NotFound, ZhuchaoError
from zhuchao.faces.portal.enquire_forms import FollowForm
from zhuchao.faces.portal.progress import Progress
from zhuchao.ground import rations, receipts

SALT = "portal.follow"
# Long enough to read an answer and to think about withdrawing; no session and no cookie is kept.
OPEN_FOR_S = 30 * 60
RUN_OUT = "为保护您的信息，查询结果半小时后失效：请重新输入受理号和手机号后四位。"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _ask(request, FollowForm(initial={"number": request.GET.get("number", "")[:40]}))
    form = FollowForm(request.POST)
    if form.is_valid():
        today = timezone.localdate()
        try:
            number = receipts.follow(
                form.cleaned_data["number"],
                form.cleaned_data["digits"],
                visitor=rations.visitor_mark(request.META, today),
                on=today,
                marks=partial(selectors.digits_mark, PUBLIC),
            )
        except ZhuchaoError as failure:
            form.add_error(None, failure.sentence)
        else:
            return redirect("portal:followed", ticket=_ticket(selectors.token_of(PUBLIC, number)))
    return _ask(request, form, status=422)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def followed(request: HttpRequest, ticket: str) -> HttpResponse:
    try:
        token = signing.loads(ticket, salt=SALT, max_age=OPEN_FOR_S)
        problem = _withdraw(token) if request.method == "POST" else ""
        progress = Progress(selectors.standing(PUBLIC, token), timezone.now())
    except (signing.BadSignature, NotFound):
        return _ask(request, FollowForm(), status=404, problem=RUN_OUT)
    if request.method == "POST" and not problem:
        return redirect("portal:followed", ticket=ticket)
    context = {"progress": progress, "problem": problem}
    return render(request, "portal/followed.html", context, status=409 if problem else 200)


def _withdraw(token: str) -> str:
    """Empty when it was done, else why it was not."""
    try:
        services.withdraw(PUBLIC, token=token)
    except NotFound:
        raise
    except ZhuchaoError as failure:
        return failure.sentence
    return ""


def _ticket(token: str) -> str:
    return signing.dumps(token, salt=SALT)


def _ask(
    request: HttpRequest, form: FollowForm, status: int = 200, problem: str = ""
) -> HttpResponse:
    return render(request, "portal/follow.html", {"form": form, "problem": problem}, status=status)
