"""The owner of an offer says by a link of its own whether it still stands."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.properties import selectors, services
from zhuchao.core.errors import NotFound, ZhuchaoError
from zhuchao.faces.hand.entry import TextField
from zhuchao.faces.hand.words import choices

LONGEST_REMARK = 500


class AnswerForm(forms.Form):
    """One of three answers, and what changed."""

    answer = forms.ChoiceField(
        label="这处房源现在怎样",
        choices=choices("answer"),
        widget=forms.RadioSelect,
        error_messages={"required": "请选一个答案。", "invalid_choice": "请选一个答案。"},
    )
    remark = TextField(
        label="有什么变化",
        help_text="选“价格或情况有变”时请写一句，例如：租金改为 22 元，或 6 月起才空出来。",
        required=False,
        max_length=LONGEST_REMARK,
        widget=forms.Textarea(attrs={"class": "textarea", "rows": 3}),
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    try:
        ask = selectors.ask_by_token(PUBLIC, token)
    except NotFound as missing:
        raise Http404(missing.sentence) from None
    today = timezone.localdate()
    context = {"ask": ask, "offer": ask.offer, "is_open": ask.expires_on >= today}
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            services.answer_ask(PUBLIC, token, today=today, **form.cleaned_data)
        except ZhuchaoError as failure:
            form.add_error(None, failure.sentence)
        else:
            return redirect("portal:owner", token=token)
    status = 422 if form.is_bound else 200
    return render(request, "portal/owner.html", context | {"form": form}, status=status)
