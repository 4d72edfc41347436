"""A list as its address says it: filtered, sorted, counted and in pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.db.models import F, OrderBy
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from zhuchao.faces.desk.access import DeskRequest

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet

PAGE_SIZE = 25


@dataclass(frozen=True)
class Listing:
    """One page of a list; ``sort`` is the key in the address, "-" before it turns it round."""

    page: Page[Any]
    sort: str
    query: QueryDict

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter hides rows, so that an empty list can say which kind of empty it is."""
        return any(value for key, value in self.query.items() if key not in ("page", "sort"))


def list_page(
    request: HttpRequest,
    found: QuerySet[Model],
    *,
    sorts: Mapping[str, str],
    default: str,
    nullable: Collection[str] = (),
) -> Listing:
    """``sorts`` maps the address's words to columns; an unknown word means ``default``.

    What is not known in a ``nullable`` column is the least of it, in every database.
    """
    wanted = request.GET.get("sort", default)
    if wanted.removeprefix("-") not in sorts:
        wanted = default
    sign = "-" if wanted.startswith("-") else ""
    column = sorts[wanted.removeprefix("-")]
    by_column = _nulls_least(column, sign) if column in nullable else f"{sign}{column}"
    ordered = found.order_by(by_column, f"{sign}pk")
    return Listing(
        Paginator(ordered, PAGE_SIZE).get_page(request.GET.get("page")), wanted, request.GET
    )


def _nulls_least(column: str, sign: str) -> OrderBy:
    return F(column).desc(nulls_last=True) if sign else F(column).asc(nulls_first=True)


def render_list(request: DeskRequest, rows: str, context: dict[str, Any]) -> HttpResponse:
    """The whole page, or for htmx the rows alone: same address, same context."""
    context = {"rows_template": rows} | context
    is_part = request.htmx and request.htmx.target == "list"
    response = render(request, rows if is_part else "desk/list.html", context)
    response.headers["Vary"] = "HX-Request"
    return response
