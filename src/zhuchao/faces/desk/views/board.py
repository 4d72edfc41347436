"""The board: projects by stage; a card moves by the form that asks for its evidence."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors
from zhuchao.apps.projects.laddering import house_ladder
from zhuchao.faces.desk.access import DeskRequest, desk

MOST_CARDS = 12


@desk
@require_safe
def show(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.PROJECT, Act.SEE)
    ladder, _ = house_ladder(request.viewer, timezone.localdate())
    found = selectors.board(request.viewer, MOST_CARDS)
    columns = [(stage, found.pop(stage.key, None)) for stage in ladder.stages]
    context = {
        "ladder": ladder,
        "line": [each for each in columns if not each[0].is_side],
        "beside": [each for each in columns if each[0].is_side and each[1]],
        "others": sum(column.count for column in found.values()),
        "stages": ladder.stages,
        "most": MOST_CARDS,
        "may_change": can(request.viewer, Subject.PROJECT, Act.CHANGE),
    }
    return render(request, "desk/project_board.html", context)
