"""Whether a page may come before the public as its newest revision has it."""

from __future__ import annotations

from typing import Any

from zhuchao.apps.publishing import linting
from zhuchao.apps.publishing.forms import KEPT_AWAY
from zhuchao.apps.publishing.models import Takedown
from zhuchao.core.errors import Refused


def is_kept_away(page_id: int | None) -> bool:
    """Whether a takedown keeps the page from the public."""
    return page_id is not None and Takedown.objects.filter(page_id=page_id, is_away=True).exists()


def newest_fit(page: Any) -> Any:
    """The newest revision, fit to be read by the public.

    Raises: Refused, without a body, where its own words may not stand, and while a takedown
    keeps it away.
    """
    newest = page.get_latest_revision_as_object()
    if not len(newest.body) and not is_kept_away(page.pk):
        raise Refused("这篇文章还没有正文：请先补上正文再发布")
    require_fit(newest)
    return newest


def require_fit(newest: Any) -> None:
    """What every page has to fulfil, of whatever kind; ``newest`` is its newest revision.

    Raises: Refused, where its own words may not stand, and while a takedown keeps it away.
    """
    if is_kept_away(newest.pk):
        raise Refused(KEPT_AWAY)
    if barred := linting.barring(linting.complaints(newest), newest.checked_note):
        raise Refused(linting.sentence(barred))
