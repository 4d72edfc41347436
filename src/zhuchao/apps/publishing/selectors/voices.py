"""What readers said: under an article, by a receipt, and in the editors' queues."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, QuerySet
from wagtail.models import Page

from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.publishing import crediting, mapping, voicing
from zhuchao.apps.publishing.models import (
    Comment,
    Correction,
    HomePage,
    PublishedPage,
    Takedown,
    TakedownFile,
    TakedownStep,
)
from zhuchao.core.errors import NotFound
from zhuchao.ground.receipts import normal_number

KINDS: dict[str, Any] = {"comment": Comment, "correction": Correction, "takedown": Takedown}
OPEN = {
    "comment": (Comment.State.WAITING,),
    "correction": (Correction.State.WAITING,),
    "takedown": (Takedown.State.RECEIVED, Takedown.State.HIDDEN, Takedown.State.DECIDED),
}


def shown_comments(viewer: Viewer, page: Page) -> QuerySet[Comment]:
    """The comments that everybody may read under a page, the newest first."""
    shown = Comment.objects.filter(page_id=page.pk, state=Comment.State.SHOWN)
    return shown.order_by("-received_at", "-pk")


def shown_comment_counts(viewer: Viewer, page_ids: Iterable[int]) -> dict[int, int]:
    """How many comments are shown under each of these pages; a page without any is left out."""
    shown = Comment.objects.filter(page_id__in=list(page_ids), state=Comment.State.SHOWN)
    rows = shown.order_by().values("page_id").annotate(count=Count("pk"))
    return {row["page_id"]: row["count"] for row in rows}


def takes_comments(viewer: Viewer, page: Page, home: HomePage | None = None) -> bool:
    """Whether readers may comment on a page now; ``home`` is a first page already read."""
    return voicing.takes_comments(page, home)


def credit_of(viewer: Viewer, page: PublishedPage, *, site: str) -> crediting.Credit:
    """The line of copyright under a page."""
    return crediting.credit(page, site=site)


def page_for_voice(viewer: Viewer, page_id: int) -> PublishedPage:
    """A page before the public, of which a reader may say something. Raises: NotFound."""
    return voicing.live_page(page_id)


def passages(viewer: Viewer, page: PublishedPage) -> list[str]:
    """The text of a page by paragraphs, for who wants to point one out."""
    return [each.text for each in mapping.paragraphs_of(page.body)]


def voice_by_token(viewer: Viewer, token: str) -> tuple[str, Any]:
    """The kind and the record that a receipt's token opens. Raises: NotFound."""
    for kind, model in KINDS.items():
        found = model._default_manager.filter(token=token).first()
        if found is not None:
            return kind, found
    raise NotFound("没有这张回执")


def token_of(viewer: Viewer, number: str) -> str | None:
    """The token of a comment or correction, which its number alone opens; None for no such."""
    for model in (Comment, Correction):
        found = model._default_manager.filter(receipt=normal_number(number))
        token = found.values_list("token", flat=True).first()
        if token is not None:
            return str(token)
    return None


def digits_mark_of(viewer: Viewer, number: str) -> str | None:
    """The mark of the asker's last digits, kept with a takedown's number; None for no such."""
    found = Takedown.objects.filter(receipt=number).values_list("digits_mark", flat=True)
    return found.first()


def takedown_token(viewer: Viewer, number: str) -> str:
    """The token of a takedown whose asker has shown to be it. Raises: NotFound."""
    token = Takedown.objects.filter(receipt=number).values_list("token", flat=True).first()
    if token is None:
        raise NotFound("没有这张回执")
    return str(token)


def gone_at(viewer: Viewer, home: HomePage, path: str) -> Takedown | None:
    """The takedown that keeps away the page which stood at a path of a site; None for none."""
    at = home.url_path.rstrip("/") + "/" + path.strip("/") + "/"
    away = Takedown.objects.filter(is_away=True, page__url_path=at, page__live=False)
    return away.order_by("pk").first()


def voices(
    viewer: Viewer, kind: str, *, state: str = "", page_id: int | None = None
) -> QuerySet[Any]:
    """The records of a kind of ``KINDS`` in the viewer's reach, of one page where it is named.

    The state "open" means still to be done.
    """
    rows = KINDS[kind]._default_manager.select_related("page", "decided_by")
    found = narrow(viewer, rows, Subject.VOICE)
    if page_id is not None:
        found = found.filter(page_id=page_id)
    if state == "open":
        return found.filter(state__in=OPEN[kind])
    return found.filter(state=state) if state else found


def voice(viewer: Viewer, kind: str, pk: int) -> Any:
    """One record of a kind. Raises: NotFound."""
    found = voices(viewer, kind).filter(pk=pk).first()
    if found is None:
        raise NotFound("没有这条来信，或不在您的范围内")
    return found


def open_counts(viewer: Viewer) -> dict[str, int]:
    """How many of each kind wait for the viewer's house."""
    return {kind: voices(viewer, kind, state="open").count() for kind in KINDS}


def steps_of(viewer: Viewer, takedown: Takedown) -> QuerySet[TakedownStep]:
    """What was done about a takedown, in order."""
    return takedown.steps.select_related("by").order_by("at", "pk")


def files_of(viewer: Viewer, takedown: Takedown) -> QuerySet[TakedownFile]:
    """What came with a takedown, in the order in which it was sent; not the contents."""
    return takedown.files.order_by("pk")


def counts_of_page(viewer: Viewer, page: Page) -> dict[str, int]:
    """How many of each kind readers sent about one page."""
    return {kind: voices(viewer, kind, page_id=page.pk).count() for kind in KINDS}
