"""The desk's search: the index names records, the selectors say which of them the viewer sees.

No figure of the index is shown: it would tell of records that others keep.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.http import urlencode

from zhuchao.apps.enquiries import selectors as enquiries
from zhuchao.apps.library import selectors as library
from zhuchao.apps.parties import selectors as parties
from zhuchao.apps.people.sought import seen_by
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.projects import selectors as projects
from zhuchao.apps.properties import selectors as properties
from zhuchao.apps.publishing import selectors as publishing
from zhuchao.core.text.searched import Piece, excerpt, marked
from zhuchao.faces.hand.masks import shorten
from zhuchao.faces.hand.words import word
from zhuchao.ground.finding import Question
from zhuchao.ground.finding.house import fresh_index, spelling

if TYPE_CHECKING:
    from django.db.models import QuerySet

# So many of a kind are shown, and so many looked at to find them.
SHOWN, LOOKED_AT = 8, 60
LONGEST_QUESTION = 60
EXCERPT = 60


@dataclass(frozen=True, slots=True)
class Kind:
    """Records of one kind: how they are read, told in a line, and where they all stand."""

    name: str
    subject: Subject
    kinds: tuple[str, ...]
    rows: Callable[[Viewer, list[int]], QuerySet[Any]]
    line: Callable[[Any], tuple[str, str, str]]
    address: str
    listed: str


@dataclass(frozen=True, slots=True)
class Line:
    """A record that was found."""

    address: str
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]
    aside: str


@dataclass(frozen=True, slots=True)
class Section:
    """What was found of a kind; ``all_address`` lists the same words where the kind is kept."""

    label: str
    lines: tuple[Line, ...]
    has_more: bool
    all_address: str


@dataclass(frozen=True, slots=True)
class Searched:
    """What was found, kind by kind; a kind of which nothing was found is left out."""

    q: str
    words: tuple[str, ...]
    is_cut: bool
    sections: tuple[Section, ...]


def search(viewer: Viewer, typed: str) -> Searched:
    """Raises: Busy, while the index of a large house is made."""
    told = " ".join(typed.split())
    q = told[:LONGEST_QUESTION]
    words = spelling().words(q)
    if not words:
        return Searched(q, (), is_cut=len(told) > len(q), sections=())
    sections = (_section(viewer, kind, q, words) for kind in KINDS)
    found = tuple(each for each in sections if each is not None)
    return Searched(q, words, is_cut=len(told) > len(q), sections=found)


def _section(viewer: Viewer, kind: Kind, q: str, words: tuple[str, ...]) -> Section | None:
    seen = seen_by(viewer, kind.subject, kind.kinds)
    if seen is None:
        return None
    hits = fresh_index().find(Question(words, (seen,)), limit=LOOKED_AT)
    ids = [pk for _, pk in hits.found]
    place = {pk: at for at, pk in enumerate(ids)}
    rows = sorted(kind.rows(viewer, ids), key=lambda row: place.get(row.pk, len(ids)))
    if not rows:
        return None
    lines = tuple(_line(kind, row, words) for row in rows[:SHOWN])
    address = f"{reverse(f'desk:{kind.listed}')}?{urlencode({'q': q})}"
    return Section(word("found", kind.name).text, lines, len(rows) > SHOWN, address)


def _line(kind: Kind, row: Any, words: tuple[str, ...]) -> Line:
    title, text, aside = kind.line(row)
    told = excerpt(shorten(text), words, spelling(), length=EXCERPT)
    return Line(
        reverse(f"desk:{kind.address}", args=[row.pk]),
        marked(shorten(title), words, spelling()),
        told,
        aside,
    )


def _of(
    select: Callable[[Viewer], QuerySet[Any]],
) -> Callable[[Viewer, list[int]], QuerySet[Any]]:
    return lambda viewer, ids: select(viewer).filter(pk__in=ids)


def _company(row: Any) -> tuple[str, str, str]:
    names = [each.name for each in row.names.all() if each.name != row.name]
    return row.name, "、".join(names), row.credit_code


def _enquiry(row: Any) -> tuple[str, str, str]:
    title = f"{row.receipt} {row.company_name}".strip()
    return title, row.text, row.get_state_display()


def _project(row: Any) -> tuple[str, str, str]:
    return row.title, row.company_name, row.code


def _offer(row: Any) -> tuple[str, str, str]:
    return row.title, row.address, f"{row.code} {row.get_state_display()}"


def _page(row: Any) -> tuple[str, str, str]:
    return row.title, row.source, ""


def _article(row: Any) -> tuple[str, str, str]:
    return row.title, row.excerpt, row.source


KINDS: tuple[Kind, ...] = (
    Kind("company", Subject.COMPANY, ("company",), parties.companies_found, _company, "company",
         "companies"),
    Kind("project", Subject.PROJECT, ("project",), _of(projects.projects), _project, "project",
         "projects"),
    Kind("enquiry", Subject.ENQUIRY, ("enquiry",), _of(enquiries.enquiries), _enquiry, "enquiry",
         "enquiries"),
    Kind("offer", Subject.OFFER, ("offer",), _of(properties.offers), _offer, "offer", "offers"),
    Kind("page", Subject.PAGE, ("page",), _of(library.read_pages), _page, "page", "pages"),
    Kind("article", Subject.ARTICLE, ("article",), _of(publishing.articles), _article, "article",
         "articles"),
)  # fmt: skip
