"""What the library signals about pages, received here and nowhere else."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from zhuchao.apps.publishing import moving, relating, sought
from zhuchao.apps.publishing.models import PublishedPage
from zhuchao.apps.publishing.rendering import changes, seen
from zhuchao.apps.publishing.rendering.values import Cause

# A name for each, so that none is connected twice.
HERE = "publishing.rendering"


def connect() -> None:
    page_published.connect(_published, dispatch_uid=HERE)
    page_unpublished.connect(_unpublished, dispatch_uid=HERE)
    post_page_move.connect(_moved, dispatch_uid=HERE)
    pre_delete.connect(_deleted, dispatch_uid=HERE)
    post_save.connect(_restricted, sender=PageViewRestriction, dispatch_uid=HERE)
    post_delete.connect(_restricted, sender=PageViewRestriction, dispatch_uid=HERE)


def _published(instance: Any, **told: Any) -> None:
    _follow(instance)
    seen.put_right(instance.pk)
    if settings.ZHUCHAO_RENEWS:
        changes.page_changed(instance, Cause.PUBLISH)


def _unpublished(instance: Any, **told: Any) -> None:
    _follow(instance)
    if settings.ZHUCHAO_RENEWS:
        changes.page_withdrawn(instance, Cause.WITHDRAW)


def _moved(instance: Any, **told: Any) -> None:
    if told["url_path_before"] == told["url_path_after"]:
        return
    transaction.on_commit(partial(sought.follow_below, instance.pk), robust=True)
    moving.keep_addresses(instance, formerly=told["url_path_before"], now=told["url_path_after"])
    if settings.ZHUCHAO_RENEWS:
        changes.page_withdrawn(instance, Cause.MOVE)


def _deleted(sender: Any, instance: Any, **told: Any) -> None:
    # Sent once for the page and once for its own table; the tree's row goes last.
    if sender is Page and instance.live:
        _follow(instance)
    if settings.ZHUCHAO_RENEWS and sender is Page and instance.live:
        changes.page_gone(instance, Cause.DELETE)


def _restricted(instance: Any, **told: Any) -> None:
    transaction.on_commit(partial(sought.follow_below, instance.page_id), robust=True)
    if settings.ZHUCHAO_RENEWS:
        changes.page_withdrawn(instance.page.specific, Cause.CLOSE)


def _follow(page: Any) -> None:
    """First of all: what a page relates to is asked of the index when pages are renewed."""
    if isinstance(page.specific_deferred, PublishedPage):
        transaction.on_commit(partial(relating.follow, page.pk), robust=True)
        transaction.on_commit(partial(sought.follow, page.pk), robust=True)
