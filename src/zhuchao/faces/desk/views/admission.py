"""The admission calculator: a project held against a park's thresholds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from zhuchao import tables as reference
from zhuchao.apps.people import selectors
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.matching import assess
from zhuchao.core.vocabulary.admission import AdmissionPack
from zhuchao.core.vocabulary.match import Verdict
from zhuchao.faces.desk.access import DeskRequest, desk
from zhuchao.faces.desk.planning import PlanForm, chosen_key
from zhuchao.tables.admission import KIND, admission_of, admission_pack
from zhuchao.tables.packs import pack_keys, pack_of

if TYPE_CHECKING:
    from zhuchao.apps.people.models import AdoptedPack

VERDICTS = {Verdict.MEETS: "符合", Verdict.ASK: "待问", Verdict.FAILS: "不符合"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A pack that a project can be held against; ``since`` is None for one not adopted."""

    key: str
    pack: AdmissionPack
    since: date | None = None


@desk
@require_safe
def show(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.RULE, Act.SEE)
    choices = _choices(request.viewer)
    key = chosen_key(request.GET.get("pack", ""), [each.key for each in choices])
    chosen = next(each for each in choices if each.key == key)
    form = PlanForm(request.GET)
    is_asked = any(str(value).strip() for name, value in request.GET.items() if name != "pack")
    assessment = assess(form.planned(), chosen.pack) if is_asked and form.is_valid() else None
    context = {
        "form": form,
        "choices": choices,
        "chosen": chosen,
        "is_asked": is_asked,
        "assessment": assessment,
        "verdict": VERDICTS[assessment.verdict] if assessment else "",
    }
    return render(request, "desk/admission.html", context)


def _choices(viewer: Viewer) -> list[Choice]:
    """What the house goes by today first, then what is shipped."""
    in_force = selectors.packs_in_force(viewer, KIND, timezone.localdate())
    adopted = [Choice(f"own-{each.pk}", _read(each), each.adopted_from) for each in in_force]
    return adopted + [Choice(key, admission_pack(key)) for key in pack_keys(KIND)]


def _read(adopted: AdoptedPack) -> AdmissionPack:
    return admission_of(pack_of(KIND, adopted.content), reference.load())
