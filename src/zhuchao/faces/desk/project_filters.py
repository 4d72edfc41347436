"""The filters of the project list: as the address says them, and as they are offered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import QueryDict

from zhuchao.apps.people.selectors import people_of
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects import selectors
from zhuchao.apps.projects.laddering import house_ladder
from zhuchao.apps.projects.mapping import project_choices
from zhuchao.core.errors import Refused
from zhuchao.core.projects.due import soon_before
from zhuchao.faces.hand.sums import read_sum
from zhuchao.faces.hand.words import choices, word

ID = re.compile(r"[0-9]{1,15}")
# What a phone shows only where it is asked for.
FOLDED = ("owner", "kind", "chain_role", "method", "signed", "due", "light", "least", "most")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
KEPT = (
    "stage",
    "owner",
    "kind",
    "chain_role",
    "method",
    "least",
    "most",
    "signed",
    "due",
    "light",
    "pack",
    "curve",
    "park",
    "told",
    "q",
    "sort",
)
# What the overview opens by; said above the list, since no select has it.
OPENED_BY = ("pack", "curve", "park", "told")
TOLD = re.compile(r"([a-z_]{1,24})-((?:19|20)[0-9]{2})")


def read_where(
    query: QueryDict, viewer: Viewer, today: date
) -> tuple[selectors.ProjectWhere, list[str]]:
    """The filter, and a sentence for each sum that is none; what is wrong does not narrow."""
    problems: list[str] = []
    signed, told = query.get("signed", ""), TOLD.fullmatch(query.get("told", ""))
    light, numbers = _light(query, viewer, today)
    where = selectors.ProjectWhere(
        stages=tuple(filter(None, query.getlist("stage"))),
        owner_id=_owner(query.get("owner", ""), viewer),
        kind=query.get("kind", ""),
        chain_role=query.get("chain_role", ""),
        method=query.get("method", ""),
        least=_sum(query.get("least", ""), problems),
        most=_sum(query.get("most", ""), problems),
        signed_in=int(signed) if YEAR.fullmatch(signed) else None,
        due_before=_due_before(query.get("due", ""), today),
        light=light,
        numbers=numbers,
        park_id=int(park) if ID.fullmatch(park := query.get("park", "")) else None,
        told=(told[1], int(told[2])) if told else None,
        q=query.get("q", ""),
    )
    return where, problems


def kept_query(query: QueryDict) -> str:
    """What of an address is worth keeping: the filter and its order, without the page."""
    kept = QueryDict(mutable=True)
    for name in KEPT:
        if told := [each for each in query.getlist(name) if each.strip()]:
            kept.setlist(name, told)
    return kept.urlencode()


def stage_links(query: QueryDict, viewer: Viewer, today: date) -> list[dict[str, Any]]:
    """Each stage with the address that adds it to those chosen, or takes it away."""
    chosen = query.getlist("stage")
    return [
        {
            "name": stage.name,
            "is_chosen": stage.key in chosen,
            "address": "?" + _toggled(query, chosen, stage.key),
        }
        for stage in house_ladder(viewer, today)[0].stages
    ]


def narrows_more(query: QueryDict) -> bool:
    """Whether a condition is set that a phone folds away."""
    return any(query.get(name) for name in FOLDED)


def selects(query: QueryDict, viewer: Viewer) -> list[dict[str, Any]]:
    people = [(str(each.pk), str(each)) for each in people_of(viewer)]
    years = [(str(year), f"{year} 年") for year in selectors.signing_years(viewer)]
    known = project_choices()
    options: dict[str, tuple[str, list[tuple[str, str]]]] = {
        "owner": ("承办", [("mine", "我的"), *people]),
        "kind": ("类型", known["kind"]),
        "chain_role": ("强补延", known["chain_role"]),
        "method": ("招商方式", known["method"]),
        "signed": ("签约年份", years),
        "due": ("下一步", [("over", "已过期"), ("soon", "三天内或已过期")]),
        "light": ("灯", choices("light")),
    }
    return [
        {"name": name, "label": label, "options": told, "chosen": query.get(name, "")}
        for name, (label, told) in options.items()
    ]


def opened_by(query: QueryDict, viewer: Viewer, today: date) -> dict[str, Any] | None:
    """What narrows the list besides its selects: the sentence, the address without it, and what
    of it the form carries on; None where nothing does."""
    carried = [(name, query[name]) for name in OPENED_BY if query.get(name)]
    if not carried:
        return None
    kept = query.copy()
    for name in (*OPENED_BY, "page"):
        kept.pop(name, None)
    said = "，".join(filter(None, _said(query, viewer, today)))
    return {"said": said, "address": "?" + kept.urlencode(), "carried": carried}


def _said(query: QueryDict, viewer: Viewer, today: date) -> Iterator[str]:
    told = TOLD.fullmatch(query.get("told", ""))
    if told:
        yield f"{told[2]} 年记过{word('measure', told[1]).text}的"
    park = query.get("park", "")
    if park:
        name = selectors.park_name(viewer, park) or "这个园区"
        yield "没有定到园区的" if park == "0" else f"落在{name}的"
    packs = {each.key: each.title for each in selectors.known_packs(viewer, today)}
    curves = {each.key: each.title for each in selectors.known_curves(viewer, "done", today)}
    if pack := packs.get(query.get("pack", "")):
        yield f"灯按“{pack}”"
    if curve := curves.get(query.get("curve", "")):
        yield f"灯按基线“{curve}”"


def _light(query: QueryDict, viewer: Viewer, today: date) -> tuple[str, list[int] | None]:
    """The colour by the house's own rules, or the projects that have it by others."""
    colour, pack, curve = (query.get(name, "") for name in ("light", "pack", "curve"))
    if colour not in dict(choices("light")):
        return "", None
    if not pack and not curve:
        return colour, None
    return "", selectors.lit_otherwise(viewer, colour, today, pack=pack, curve=curve)


def _toggled(query: QueryDict, chosen: list[str], key: str) -> str:
    turned = query.copy()
    turned.pop("page", None)
    turned.setlist("stage", [each for each in chosen if each != key])
    if key not in chosen:
        turned.appendlist("stage", key)
    return turned.urlencode()


def _due_before(told: str, today: date) -> date | None:
    return {"over": today, "soon": soon_before(today)}.get(told)


def _owner(told: str, viewer: Viewer) -> int | None:
    if told == "mine":
        return viewer.person_id or 0
    return int(told) if ID.fullmatch(told) else None


def _sum(text: str, problems: list[str]) -> Decimal | None:
    if not text.strip():
        return None
    try:
        return read_sum(text)
    except Refused as failure:
        problems.append(failure.sentence)
        return None
