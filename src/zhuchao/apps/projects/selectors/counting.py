"""What signings of the viewer's projects count for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from zhuchao import tables as reference
from zhuchao.apps.people.rights import can, narrow
from zhuchao.apps.people.selectors import packs_in_force
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.listed import Listed
from zhuchao.apps.projects.models import Project
from zhuchao.apps.projects.signed import Signed
from zhuchao.core.projects import counting
from zhuchao.core.vocabulary.count import Count, CountRule, Signing
from zhuchao.core.vocabulary.count import Project as Entered
from zhuchao.tables.counting import KIND, counting_of
from zhuchao.tables.packs import pack_of


def count_rule_on(viewer: Viewer, on: date) -> CountRule:
    """By what the viewer's organisation counts on a day; the shipped rule where none is adopted."""
    adopted = packs_in_force(viewer, KIND, on) if can(viewer, Subject.RULE, Act.SEE) else ()
    told = next(iter(adopted), None)
    return reference.count_rule() if told is None else counting_of(pack_of(KIND, told.content))


def signed_by(viewer: Viewer, rule: CountRule) -> Signed:
    """The signings of the projects that the viewer may see; read when they are asked for."""
    return Signed(narrow(viewer, Project.objects.all(), Subject.PROJECT), rule)


def counts(
    viewer: Viewer, rule: CountRule, year: int | None = None, *, signed: Signed | None = None
) -> tuple[Count, ...]:
    """What every signing of the projects that the viewer may see counts for, by time.

    With ``year`` the signings of that year alone; what was signed before is still reckoned with.
    """
    signed = signed or signed_by(viewer, rule)
    if year is None:
        return _counts(signed)
    related = signed.seen.filter(pk__in=Listed.of(_related(signed.seen, signed.projects(year))))
    told = _counts(Signed(related, rule, signed.proofs))
    return tuple(each for each in told if each.signing.on.year == year)


def _related(seen: QuerySet[Project], numbers: set[int]) -> list[int]:
    """These projects and all that are the same as one of them, or that one of them adds to."""
    marked = seen.exclude(same_as=None, increment_of=None).order_by()
    links: dict[int, set[int]] = {}
    for pk, *others in marked.values_list("pk", "same_as_id", "increment_of_id"):
        for other in filter(None, others):
            links.setdefault(pk, set()).add(other)
            links.setdefault(other, set()).add(pk)
    found, ahead = set(numbers), [each for each in numbers if each in links]
    while ahead:
        new = links.get(ahead.pop(), set()) - found
        found |= new
        ahead.extend(new)
    return sorted(found)


def _counts(signed: Signed) -> tuple[Count, ...]:
    signings, rule = signed.signings(), signed.rule
    rows = signed.seen.order_by("pk").values_list(
        "pk", "code", "title", "kind", "same_as_id", "increment_of_id", "total_investment"
    )
    kinds = dict(Project.Kind.choices)
    entered: list[Entered] = []
    totals: dict[int, Decimal | None] = {}
    for pk, code, title, kind, same_as, increment_of, total in rows:
        told = f"{code} {title}"
        entered.append(Entered(pk, told, kind, kinds.get(kind, kind), same_as, increment_of))
        totals[pk] = total
    return counting.count([_filled(each, totals, rule) for each in signings], entered, rule)


def _filled(signing: Signing, totals: dict[int, Decimal | None], rule: CountRule) -> Signing:
    """A formal agreement that tells no amount counts what the project is to invest."""
    total = totals.get(signing.project)
    if signing.amount is not None or signing.kind not in rule.signed_by or total is None:
        return signing
    return replace(signing, amount=total)
