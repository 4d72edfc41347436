"""Readers of the demonstration's articles in the last days, and the medals that come of it."""

from __future__ import annotations

from datetime import datetime

from zhuchao.apps.people.viewer import SYSTEM, Viewer
from zhuchao.apps.publishing import selectors
from zhuchao.apps.publishing.judging import visits
from zhuchao.apps.publishing.judging.services import judge_due
from zhuchao.ground.counting import SEEN, SHARED, USEFUL, Visit, day_of

# Of the park's own article, which readers like best: visitors of a day, by what they did.
DAYS = 12
VISITORS = {SEEN: 11, USEFUL: 1, SHARED: 1}


def judge(viewer: Viewer, *, now: datetime) -> int:
    """Let the park's own articles be read, and judge all of them; how many."""
    today = day_of(now.timestamp())
    own = selectors.articles(viewer, state="live").filter(source="", source_address="")
    visits.note(
        Visit(kind, page_id, today - back, f"{kind}-{number}")
        for page_id in own.values_list("pk", flat=True)
        for back in range(1, DAYS + 1)
        for kind, count in VISITORS.items()
        for number in range(count)
    )
    return judge_due(SYSTEM, now)
