"""Drafting articles: of what was read, and written by hand."""

from __future__ import annotations

from uuid import uuid4

from django.db import transaction

from zhuchao.apps.library.selectors import read_page
from zhuchao.apps.library.services import mark_used
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.publishing import mapping
from zhuchao.apps.publishing.models import ArticlePage, ChannelPage
from zhuchao.apps.publishing.tree import ownership_of, parent_locked, person_of
from zhuchao.core.errors import Refused


@transaction.atomic
def draft_article(
    viewer: Viewer, *, read_page_id: int, channel_id: int | None = None, title: str = ""
) -> ArticlePage:
    """A draft of what was read; asking twice gives the same article.

    Raises: NotFound, when the page or the channel is not there; NotAllowed; Refused.
    """
    require(viewer, Subject.ARTICLE, Act.MAKE)
    page = read_page(viewer, read_page_id)
    parent = parent_locked(channel_id)
    known: ArticlePage | None = ArticlePage.objects.filter(read_page_id=read_page_id).first()
    if known is not None:
        return known
    draft = mapping.draft_of(page.page, title=title, address=page.address)
    article = _make(viewer, parent, draft, read_page_id)
    mark_used(viewer, read_page_id)
    return article


@transaction.atomic
def write_article(
    viewer: Viewer, *, draft: mapping.Draft, channel_id: int | None = None
) -> ArticlePage:
    """A draft of a text written by hand. Raises: NotFound, NotAllowed, Refused."""
    require(viewer, Subject.ARTICLE, Act.MAKE)
    return _make(viewer, parent_locked(channel_id), draft, None)


def _make(
    viewer: Viewer, parent: ChannelPage, draft: mapping.Draft, read_page_id: int | None
) -> ArticlePage:
    title = " ".join(draft.title.split())[:200]
    if not title:
        raise Refused("文章没有标题：请先填写标题")
    article = ArticlePage(
        **ownership_of(viewer),
        **draft.provenance.columns(),
        title=title,
        slug=uuid4().hex,
        live=False,
        has_unpublished_changes=True,
        excerpt=mapping.excerpt_of(draft.paragraphs),
        body=mapping.stream_of(draft.paragraphs),
        read_page_id=read_page_id,
    )
    parent.add_child(instance=article)
    # A short address that a title's correction does not change.
    article.slug = str(article.pk)
    article.set_url_path(parent)
    own = ArticlePage.objects.filter(pk=article.pk)
    # Not by saving: nobody has the first address, so nothing need lead from it to this one.
    own.update(slug=article.slug, url_path=article.url_path)
    article.save_revision(user=person_of(viewer))
    log(viewer, "draft_article", Subject.ARTICLE, article)
    return article
