"""The board: projects by stage; a card moves by the form that asks for its evidence."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html_join
from django.views.decorators.http import require_safe

from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors
from zhuchao.apps.projects.laddering import house_ladder
from zhuchao.core.vocabulary.stage import Stage, StageLadder
from zhuchao.faces.desk.access import DeskRequest, desk
from zhuchao.faces.hand.words import choices

MOST_CARDS = 12


@desk
@require_safe
def show(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.PROJECT, Act.SEE)
    ladder, _ = house_ladder(request.viewer, timezone.localdate())
    asked, colours = request.GET.get("light", ""), choices("light")
    light = asked if asked in dict(colours) else ""
    found = selectors.board(request.viewer, MOST_CARDS, light)
    cards = [card.pk for column in found.values() for card in column.cards]
    columns = [
        (stage, found.pop(stage.key, None), _others(ladder, stage)) for stage in ladder.stages
    ]
    context = {
        "ladder": ladder,
        "line": [each for each in columns if not each[0].is_side],
        "beside": [each for each in columns if each[0].is_side and each[1]],
        "elsewhere": sum(column.count for column in found.values()),
        "most": MOST_CARDS,
        "colours": colours,
        "light": light,
        "lights": selectors.lights_by_project(request.viewer, cards),
        "may_change": can(request.viewer, Subject.PROJECT, Act.CHANGE),
    }
    return render(request, "desk/project_board.html", context)


def _others(ladder: StageLadder, stage: Stage) -> str:
    """The stages that a card of this one may move to, written once for all of its cards."""
    option = '<option value="{}">{}</option>'
    others = ((each.key, each.name) for each in ladder.stages if each.key != stage.key)
    return format_html_join("", option, others)
