"""Companies by their names and codes: who is known, and the names that are kept."""

from __future__ import annotations

from django.db.models import Q

from zhuchao import tables as reference
from zhuchao.apps.parties.families import HEAD
from zhuchao.apps.parties.models import Company, CompanyName
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import NotFound
from zhuchao.core.text.companies import name_key, normal_name

LONGEST_NAME = 120


def known(organisation_id: int, normal: str, code: str) -> Company | None:
    """Whoever bears the code, else whoever goes by the name; the head of a merged family."""
    mine = Company.objects.filter(organisation_id=organisation_id).annotate(of=HEAD)
    found = mine.filter(credit_code=code).first() if code else None
    if found is None:
        called = mine.filter(Q(normal_name=normal) | Q(names__normal_name=normal))
        found = called.filter(credit_code__in=("", code) if code else ("",)).first()
        found = found or (called.first() if not code else None)
    return None if found is None else Company.objects.get(pk=found.of)


def keep_name(company: Company, name: str, kind: str) -> CompanyName:
    """The name among those of the company, as it was noted first."""
    made, _ = CompanyName.objects.get_or_create(
        company=company,
        normal_name=normal_name(name)[:LONGEST_NAME],
        defaults={"name": name, "kind": kind, "key": name_key(name, reference.company_words())},
    )
    return made


def changeable(viewer: Viewer, company_id: int) -> Company:
    """The company, locked. Raises: NotFound."""
    allowed = narrow(viewer, Company.objects.all(), Subject.COMPANY, Act.CHANGE)
    company = allowed.select_for_update(of=("self",)).filter(pk=company_id).first()
    if company is None:
        raise NotFound("没有这家企业，或不在您的范围内")
    return company
