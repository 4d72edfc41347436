"""What the imports of several registers do alike: keep a sheet, and work through it unseen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AnonymousUser

from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.selectors import viewer_of
from zhuchao.apps.people.viewer import Viewer
from zhuchao.core.errors import ZhuchaoError
from zhuchao.ground.files import keep
from zhuchao.ground.sheets import Sheet

BROKEN_OFF = "后台办理时出错，已停下：已导入的行都在，可以再次点“导入”接着做；仍不行请联系管理员"


def run_columns(viewer: Viewer, *, name: str, content: bytes, sheet: Sheet) -> dict[str, Any]:
    """The columns of a run to be made of an opened sheet; the file is kept, persons are covered."""
    return {
        **ownership(viewer),
        "name": covered(name.strip())[:200],
        "digest": keep(content),
        "size": len(content),
        "sheet": covered(sheet.name)[:100],
        "others": sheet.others,
        "columns": [
            {"heading": covered(column.heading), "name": column.name, "unit": column.unit}
            for column in sheet.head.columns
        ],
        "total": len(sheet.rows) - sheet.head.row - 1,
    }


def worked(run: Any, work: Callable[[Viewer, int], Any], break_off: Callable[..., Any]) -> str:
    """Do a run's work with its owner's rights; the state that it is in then.

    What stops it is told by ``break_off``: a fault of the rows in its own words, any other with
    what to do about it, and raised on.
    """
    viewer = viewer_of(run.owner or AnonymousUser())
    try:
        state: str = work(viewer, run.pk).state
    except ZhuchaoError as failure:
        state = break_off(viewer, run.pk, reason=failure.sentence).state
    except Exception:
        break_off(viewer, run.pk, reason=BROKEN_OFF)
        raise
    return state
