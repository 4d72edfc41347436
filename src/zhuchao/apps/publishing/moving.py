"""Moving pages in the editors' tree, one or many at once: what the public knows keeps its address.

Whether somebody may add and publish at the destination is asked by the library itself; what is
moved within a site leaves a redirect behind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.contrib.redirects.signal_handlers import autocreate_redirects_on_page_move
from wagtail.models import Page

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.publishing.models import Takedown
from zhuchao.apps.publishing.siting import home_path
from zhuchao.apps.publishing.tree import out_of_reach

ACT = "move_article"
BEYOND = "不在您可以移动的范围内"
LIVE = "正在门户展示，移到另一个站点后读者手里的网址会失效，请先撤下"
PLANNED = "已定时发布，移到另一个站点后会不经那里的审核发布，请先取消定时"
AWAY = "因撤稿申请不在展示，原网址要向读者说明去向，不能移到另一个站点"
TWICE = "选中的页面里有两个的网址别名相同，不能放在一处"
WITHIN = "它的上级也在选中的页面里，会随上级一起移动"
MOST_NAMED = 3


def before(request: Any, page: Any, destination: Any) -> HttpResponse | None:
    """Refuse the move of one page where it may not be, before it is asked for and when it is."""
    hindered = list(hindrances(request.viewer, [page], destination))
    if not hindered:
        return None
    messages.error(request, f"没有移动：{briefly(hindered)}")
    answer: HttpResponse = redirect("wagtailadmin_pages:move", page.pk)
    return answer


@transaction.atomic
def after(request: Any, page: Any) -> None:
    """Note the move; what the hook is given stands still where it stood."""
    note(request.viewer, page, Page.objects.get(pk=page.pk).get_parent())


def note(viewer: Viewer, page: Any, destination: Any) -> None:
    log(viewer, ACT, Subject.ARTICLE, page, to=destination.pk)


def hindrances(viewer: Viewer, pages: Sequence[Any], destination: Any) -> Iterator[str]:
    """Why these may not go there, with all that stands below them; empty where they may."""
    yield from _among(pages)
    for page in pages:
        yield from _told(out_of_reach(viewer, page), BEYOND)
        if not page.is_child_of(destination) and home_path(page) != home_path(destination):
            yield from _known(page)


def briefly(hindered: Sequence[str]) -> str:
    """The first of them, and how many more there are."""
    more = f"；另有 {len(hindered) - MOST_NAMED} 个页面也不能" if len(hindered) > MOST_NAMED else ""
    return "；".join(islice(hindered, MOST_NAMED)) + more


def keep_addresses(page: Any, *, formerly: str, now: str) -> None:
    """Lead from where a page was kept away to where it is: the library leads to live ones only."""
    for each in _below(page).filter(pk__in=_away()).exclude(pk=page.pk):
        place = formerly + each.url_path[len(now) :]
        autocreate_redirects_on_page_move(each, each.url_path, place)


def _among(pages: Sequence[Any]) -> Iterator[str]:
    counted = Counter(page.slug for page in pages)
    yield from _told((page for page in pages if counted[page.slug] > 1), TWICE)
    chosen = {page.path for page in pages}
    within = (page for page in pages if any(map(chosen.__contains__, _paths_above(page))))
    yield from _told(within, WITHIN)


def _paths_above(page: Any) -> Iterator[str]:
    return (page.path[:length] for length in range(page.steplen, len(page.path), page.steplen))


def _known(page: Any) -> Iterator[str]:
    """What at another site would be lost, or stand there unseen by those who approve."""
    below = _below(page)
    yield from _told(below.live(), LIVE)
    planned = below.not_live().annotate_approved_schedule().filter(_approved_schedule=True)
    yield from _told(planned, PLANNED)
    yield from _told(below.filter(pk__in=_away()), AWAY)


def _below(page: Any) -> Any:
    """The page and all below it, as they stand now."""
    return Page.objects.descendant_of(page, inclusive=True).order_by("path")


def _away() -> Any:
    return Takedown.objects.filter(is_away=True, page__isnull=False).values("page_id")


def _told(pages: Any, why: str) -> Iterator[str]:
    return (f"《{page.title}》：{why}" for page in pages)
