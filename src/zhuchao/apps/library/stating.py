"""What a stored page states, as rows to keep: with what tells that two pages state the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from zhuchao import tables
from zhuchao.apps.library.mapping import searchable
from zhuchao.apps.library.rezoning import zoned
from zhuchao.apps.parties.persons import covered
from zhuchao.core.facts import find
from zhuchao.core.vocabulary.fact_wire import facts_to_json
from zhuchao.core.vocabulary.page import Page
from zhuchao.core.vocabulary.read import Read, Span, State, unknown

# Each list of facts: the kind that it is kept as, and the read that is marked in the text.
KINDS = {
    "measures": ("measure", "value"),
    "events": ("event", "said"),
    "organisations": ("organisation", "name"),
    "places": ("place", "value"),
    "people": ("person", "name"),
    "goals": ("plan", "goal"),
    "slogans": ("plan", "heading"),
    "clusters": ("plan", "heading"),
    "rhythms": ("plan", "name"),
    "honours": ("honour", "what"),
    "policies": ("policy", "what"),
    "notices": ("notice", "about"),
}
MOST_OF_A_KEY = 200
GAP = "|"


@dataclass(frozen=True, slots=True)
class Row:
    """A fact as ``models.Fact`` keeps it, without its page."""

    kind: str
    topic: str
    key: str
    amount: float | None
    value: dict[str, Any]
    start: int
    end: int
    sentence: str
    state: str


@cache
def rules() -> str:
    """The version of the rules by which facts are found: it changes with any of them."""
    parts = (
        each
        for package, ending in (("zhuchao.core.facts", ".py"), ("zhuchao.tables", ".csv"))
        for each in sorted(_folder(package).iterdir(), key=lambda found: found.name)
        if each.name.endswith(ending)
    )
    return sha256(b"".join(each.read_bytes() for each in parts)).hexdigest()[:12]


def text_of(stored: Mapping[str, Any]) -> str:
    """The title and body where they stood in the page, and blanks for all the rest."""
    zones = zoned(stored)
    placed = [(zone.span.start, zone.text) for zone in zones.body]
    title = stored["title"]
    if title["span"] and title["value"]:
        start, end = title["span"]
        placed.insert(0, (start, str(title["value"])[: end - start]))
    text = [" "] * max((start + len(words) for start, words in placed), default=0)
    for start, words in placed:
        text[start : start + len(words)] = words
    return "".join(text)


def organisation_key(name: str) -> str:
    """What facts that name the organisation bear as their key."""
    return _joined("organisation", name)


def rows_of(stored: Mapping[str, Any]) -> Iterator[Row]:
    """What the page states, kind by kind in the order of the text."""
    page = _page(stored)
    found = facts_to_json(find(page, tables.load()))
    for name, (kind, marked) in KINDS.items():
        for each in found[name]:
            yield _row(kind, each, marked, page.text)


def _folder(package: str) -> Any:
    folder = files(package)
    return folder / "facts" if package.endswith("tables") else folder


def _page(stored: Mapping[str, Any]) -> Page:
    """As much of the page as facts are found in."""
    text, title, published = text_of(stored), stored["title"], stored["published"]["value"]
    span = Span(*title["span"]) if title["span"] else None
    day = datetime.fromisoformat(published) if published else None
    nothing: Read[Any] = unknown()
    return Page(
        text=text,
        charset="",
        title=Read(title["value"], State(title["state"]), span),
        published=Read(day, State.GIVEN) if day else nothing,
        body=zoned(stored).body,
        breadcrumb=(), related=(), attachments=(), contacts=(), cut=(),
        original_title=nothing, source=nothing, source_address=nothing, editor=nothing,
        author=nothing, category=nothing, event_on=nothing, views=nothing, likes=nothing,
    )  # fmt: skip


def _row(kind: str, fact: dict[str, Any], marked: str, text: str) -> Row:
    read = fact[marked]
    start, end = read["span"] or fact["sentence"]
    sentence = covered(text[slice(*fact["sentence"])].strip())
    if kind == "person":
        # Who is named stays in the page's own text, and nowhere else.
        fact, sentence = {"titles": fact["titles"]}, ""
    topic, key, amount = _told_of(kind, fact, marked)
    return Row(kind, topic, key, amount, fact, start, end, sentence, read["state"])


def _told_of(kind: str, fact: dict[str, Any], marked: str) -> tuple[str, str, float | None]:
    """Topic, key and amount; only what is about something named can be another page's too."""
    if kind == "person":
        return "", "", None
    if kind == "measure":
        about, amount = _values(fact, "metric", "subject", "period"), _value(fact, "value")
        key = _joined(kind, *about, "" if amount is None else f"{amount:.10g}")
        return _joined(kind, *about) if all(about) else "", key, amount
    if kind == "event":
        investor, project = _values(fact, "investor", "project")
        key = _joined(kind, investor, project, fact["step"]) if investor or project else ""
        # 制造项目 alone is many firms' name for a project.
        topic = _joined(kind, investor, project) if investor and project else ""
        return topic, key, _value(fact, "total")
    name = _value(fact, marked)
    told = name.get("code") or name.get("name", "") if isinstance(name, dict) else str(name or "")
    return "", _joined(kind, told) if told else "", None


def _value(fact: Mapping[str, Any], name: str) -> Any:
    return (fact[name] or {}).get("value")


def _values(fact: Mapping[str, Any], *names: str) -> list[str]:
    return [str(_value(fact, name) or "") for name in names]


def _joined(kind: str, *parts: str) -> str:
    return GAP.join([kind, *map(searchable, parts)])[:MOST_OF_A_KEY]
