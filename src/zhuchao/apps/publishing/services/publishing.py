"""Bringing articles before the public and back, with or without another person's review."""

from __future__ import annotations

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, Revision, TaskState

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.publishing import selectors
from zhuchao.apps.publishing.fitting import newest_fit
from zhuchao.apps.publishing.models import ArticlePage
from zhuchao.apps.publishing.tree import article_locked, person_of
from zhuchao.core.errors import NotAllowed, Refused


@transaction.atomic
def publish_article(viewer: Viewer, article_id: int, *, again: bool = False) -> ArticlePage:
    """Bring the newest revision before the public; doing it twice changes nothing.

    ``again`` says that the same text may stand on the portal twice.

    Raises: NotFound, NotAllowed; Refused, when there is no body, when its own words may not stand,
    where another person has to approve it, and where its text is told already.
    """
    article = article_locked(viewer, article_id)
    if article.live and not article.has_unpublished_changes:
        return article
    if selectors.needs_review(viewer, article):
        raise Refused("本站的内容须经另一人审核后发布：请提交审核")
    page = newest_fit(article)
    _refuse_twice(viewer, article, again=again)
    page.reposted_at = page.reposted_at or timezone.now()
    person = person_of(viewer)
    revision = page.save_revision(user=person)
    PublishPageRevisionAction(revision, user=person).execute(skip_permission_checks=True)
    log(viewer, "publish_article", Subject.ARTICLE, page)
    article.refresh_from_db()
    return article


@transaction.atomic
def note_check(viewer: Viewer, article_id: int, note: str) -> ArticlePage:
    """Keep who vouches for the terms that the lint complains of, and by what source.

    Raises: NotFound, NotAllowed; Refused, when nothing is written.
    """
    article = article_locked(viewer, article_id)
    told = " ".join(note.split())[:200]
    if not told:
        raise Refused("请写明由谁核实、依据什么出处")
    page = article.get_latest_revision_as_object()
    page.checked_note = told
    page.save_revision(user=person_of(viewer))
    log(viewer, "note_check", Subject.ARTICLE, article)
    article.refresh_from_db()
    return article


@transaction.atomic
def withdraw_article(viewer: Viewer, article_id: int) -> ArticlePage:
    """Take an article from the public; its text and revisions stay.

    Raises: NotFound, NotAllowed; Refused, when it is not published.
    """
    article = article_locked(viewer, article_id)
    if not article.live:
        raise Refused("这篇文章没有在门户发布，不需要撤下")
    UnpublishPageAction(article, user=person_of(viewer)).execute(skip_permission_checks=True)
    log(viewer, "withdraw_article", Subject.ARTICLE, article)
    article.refresh_from_db()
    return article


@transaction.atomic
def submit_article(viewer: Viewer, article_id: int, *, again: bool = False) -> ArticlePage:
    """Ask another person to review the newest revision; asking twice changes nothing.

    Raises: as ``publish_article``; Refused, when it is published as it is.
    """
    article = article_locked(viewer, article_id)
    if article.live and not article.has_unpublished_changes:
        raise Refused("这篇文章已按最新内容发布，不需要审核")
    newest_fit(article)
    _refuse_twice(viewer, article, again=again)
    if article.current_workflow_state is None:
        article.get_workflow().start(article, person_of(viewer))
        log(viewer, "submit_article", Subject.ARTICLE, article)
    return article


@transaction.atomic
def approve_article(viewer: Viewer, article_id: int) -> ArticlePage:
    """Publish what another person has submitted.

    Raises: NotFound; NotAllowed, for who has submitted it; Refused, when nothing is submitted.
    """
    article = article_locked(viewer, article_id)
    state = _reviewed(viewer, article)
    newest_fit(article)
    state.approve(user=person_of(viewer))
    log(viewer, "approve_article", Subject.ARTICLE, article)
    article.refresh_from_db()
    return article


@transaction.atomic
def return_article(viewer: Viewer, article_id: int, *, reason: str) -> ArticlePage:
    """Give a submitted article back to its author with what is to be changed.

    Raises: as ``approve_article``; Refused, without a reason.
    """
    article = article_locked(viewer, article_id)
    state = _reviewed(viewer, article)
    if not reason.strip():
        raise Refused("请写明要改什么，作者才知道怎么改")
    person = person_of(viewer)
    state.reject(user=person, comment=reason.strip()[:500])
    article.current_workflow_state.cancel(user=person)
    log(viewer, "return_article", Subject.ARTICLE, article)
    return article


def publish_due(viewer: Viewer) -> int:
    """Publish what was planned for by now, and withdraw what was to end; how many pages."""
    now = timezone.now()
    planned = Revision.page_revisions.filter(approved_go_live_at__lt=now)
    coming = set(planned.values_list("object_id", flat=True))
    ending = set(Page.objects.filter(live=True, expire_at__lt=now).values_list("pk", flat=True))
    if not coming and not ending:
        return 0
    call_command("publish_scheduled", verbosity=0)
    for act, pks in (("publish_article", coming), ("withdraw_article", ending)):
        for page in Page.objects.filter(pk__in=pks).order_by("pk"):
            log(viewer, act, Subject.ARTICLE, page)
    return len(coming) + len(ending)


def _refuse_twice(viewer: Viewer, article: ArticlePage, *, again: bool) -> None:
    """Raises: Refused, where a live article tells the same text and nobody said that it may."""
    if again or article.live:
        return
    for other in selectors.told_already(viewer, article)[:1]:
        raise Refused(f"同一篇文字已经发布过：“{other.title}”。确实要再发一篇的，请勾选后再发")


def _reviewed(viewer: Viewer, article: ArticlePage) -> TaskState:
    """What waits for a review by somebody else. Raises: NotAllowed, Refused."""
    state = article.current_workflow_task_state
    if state is None:
        raise Refused("这篇文章没有待审核的提交：可能已经办理，请刷新页面")
    if state.workflow_state.requested_by_id == viewer.person_id:
        raise NotAllowed("自己提交的内容要由另一位编辑或管理员审核")
    return state
