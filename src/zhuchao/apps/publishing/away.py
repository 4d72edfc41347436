"""Keeping a page from the public for a takedown, and bringing it back as it was."""

from __future__ import annotations

from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Revision

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.publishing import selectors
from zhuchao.apps.publishing.fitting import is_kept_away, newest_fit
from zhuchao.apps.publishing.mapping import paragraphs_of
from zhuchao.apps.publishing.models import MeanwhileRule, PublishedPage, Takedown
from zhuchao.apps.publishing.tree import person_of
from zhuchao.apps.publishing.voicing import home_of
from zhuchao.core.vocabulary.voice import TakedownGround


def must_hide(page: PublishedPage, ground: TakedownGround) -> bool:
    """Whether the page goes until it is decided: by its site's rule, else by the ground's.

    Not once more where that ground was looked at before and the page was kept.
    """
    kept = page.takedowns.filter(ground=ground.key, outcome=Takedown.Outcome.KEPT)
    if kept.exists():
        return False
    rules = MeanwhileRule.objects.filter(home=home_of(page), ground=ground.key)
    own = rules.values_list("meanwhile", flat=True).first()
    return ground.hides if own is None else own == "hide"


def keep_away(viewer: Viewer, takedown: Takedown) -> None:
    """Unpublish the page, and remember what stood there; its files go when this is committed."""
    page = takedown.page
    if not takedown.is_away:
        takedown.is_away = True
        takedown.was_revision_id = None if page is None else _shown_revision(page)
        takedown.save(update_fields=["is_away", "was_revision_id"])
    if page is not None and page.live:
        specific = page.specific
        UnpublishPageAction(specific, user=person_of(viewer)).execute(skip_permission_checks=True)


def bring_back(viewer: Viewer, takedown: Takedown, *, is_changed: bool = False) -> None:
    """Publish what stood there, or what it was changed to; nothing while another keeps it away.

    Raises: Refused, when what was changed may not be published.
    """
    was_away, takedown.is_away = takedown.is_away, False
    takedown.save(update_fields=["is_away"])
    page = takedown.page
    if page is None or is_kept_away(page.pk):
        return
    specific = page.specific
    if is_changed:
        _publish_changed(viewer, specific)
    elif was_away and not specific.live and takedown.was_revision_id is not None:
        _publish(viewer, Revision.objects.get(pk=takedown.was_revision_id))


def _shown_revision(page: PublishedPage) -> int | None:
    """The revision that stands before the public; of a page already kept away, what stood there."""
    if page.live:
        shown = page.live_revision_id or page.specific.save_revision().pk
        return int(shown)
    others = page.takedowns.filter(is_away=True).exclude(was_revision_id=None)
    known = others.values_list("was_revision_id", flat=True).first()
    return None if known is None else int(known)


def where_it_still_stands(page: PublishedPage | None, part: str) -> str:
    """Where the newest revision holds the words that were asked to go; empty where nowhere."""
    wanted = "".join(part.split())
    if page is None or not wanted:
        return ""
    newest = page.specific.get_latest_revision_as_object()
    body = "".join(each.text for each in paragraphs_of(newest.body))
    places = {"标题": newest.title, "摘要": newest.excerpt, "正文": body}
    return "、".join(name for name, text in places.items() if wanted in "".join(text.split()))


def _publish_changed(viewer: Viewer, page: PublishedPage) -> None:
    if page.live and not page.has_unpublished_changes:
        return
    newest = newest_fit(page)
    if not selectors.needs_review(viewer, page):
        _publish(viewer, newest.save_revision(user=person_of(viewer)))


def _publish(viewer: Viewer, revision: Revision) -> None:
    action = PublishPageRevisionAction(revision, user=person_of(viewer))
    action.execute(skip_permission_checks=True)
