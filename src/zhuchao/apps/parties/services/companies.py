"""Noting companies, the names by which they go, and their credit codes."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q

from zhuchao import tables as reference
from zhuchao.apps.parties.families import HEAD
from zhuchao.apps.parties.making import columns_for, require_make
from zhuchao.apps.parties.models import Company, CompanyName
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import Hands
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.text.companies import credit_code as proved
from zhuchao.core.text.companies import name_key, normal_name

LONGEST_NAME = 120


@transaction.atomic
def note_company(viewer: Viewer, *, name: str, credit_code: str = "") -> Company:
    """The company of that code or name in the organisation, made when it is new.

    Of merged companies the one that stands for all is given. A code completes what had none.
    Raises: Refused, for an empty name and for a credit code that is none.
    """
    require_make(viewer, Subject.COMPANY)
    name, code = covered(name.strip())[:LONGEST_NAME], proved(credit_code)
    if not name:
        raise Refused("企业名称不能为空")
    columns = columns_for(viewer)
    known = _known(columns["organisation_id"], normal_name(name), code)
    if known is not None:
        return _completed(viewer, known, code)
    company, is_new = Company.objects.get_or_create(
        organisation_id=columns["organisation_id"],
        normal_name=normal_name(name)[:LONGEST_NAME],
        defaults=columns | {"name": name, "credit_code": code},
    )
    if is_new:
        _note_name(company, name, CompanyName.Kind.FULL)
        log(viewer, "note_company", Subject.COMPANY, company)
    elif code and company.credit_code != code:
        raise Refused("同名企业登记的是另一个统一社会信用代码：请核对营业执照上的名称和代码")
    return company


@transaction.atomic
def add_name(viewer: Viewer, company_id: int, *, name: str, kind: str = "short") -> CompanyName:
    """One more name by which the company goes.

    Raises: NotFound; Refused, for an empty name, an unknown kind, and a name that is another's.
    """
    company = _changeable(viewer, company_id)
    name = covered(name.strip())[:LONGEST_NAME]
    if not name:
        raise Refused("企业名称不能为空")
    if kind not in CompanyName.Kind.values:
        raise Refused("名称的种类只有全称、简称和曾用名")
    other = _known(company.organisation_id, normal_name(name), "")
    if other is not None and other.pk != (company.head_id or company.pk):
        raise Refused("另有一家企业用这个名称：确为同一家的，请由科长合并")
    made = _note_name(company, name, kind)
    log(viewer, "name_company", Subject.COMPANY, company, kind=kind)
    return made


@transaction.atomic
def set_credit_code(viewer: Viewer, company_id: int, *, credit_code: str) -> Company:
    """Note the code of the licence.

    Raises: NotFound; Refused, for what is no code, and where another company bears it.
    """
    company = _changeable(viewer, company_id)
    code = proved(credit_code)
    if code and Company.objects.filter(
        organisation_id=company.organisation_id, credit_code=code
    ).exclude(pk=company.pk):
        raise Refused("另有一家企业登记了这个统一社会信用代码：确为同一家的，请由科长合并")
    company.credit_code = code
    company.save(update_fields=["credit_code"])
    log(viewer, "code_company", Subject.COMPANY, company)
    return company


@transaction.atomic
def pass_company(viewer: Viewer, company_id: int, *, to: Hands) -> Hands | None:
    """Put a company into a colleague's hands with the work; gives whose it was.

    None, where the company is not the viewer's to give: it stays where it is.
    """
    allowed = narrow(viewer, Company.objects.all(), Subject.COMPANY, Act.CHANGE)
    company = allowed.select_for_update(of=("self",)).filter(pk=company_id).first()
    if company is None:
        return None
    was = Hands(company.owner_id, company.team_id)
    company.owner_id, company.team_id = to.owner_id, to.team_id
    company.save(update_fields=["owner", "team"])
    log(viewer, "hand_company", Subject.COMPANY, company, to=to.owner_id)
    return was


def _known(organisation_id: int, normal: str, code: str) -> Company | None:
    """Whoever bears the code, else whoever goes by the name; the head of a merged family."""
    mine = Company.objects.filter(organisation_id=organisation_id).annotate(of=HEAD)
    found = mine.filter(credit_code=code).first() if code else None
    if found is None:
        called = mine.filter(Q(normal_name=normal) | Q(names__normal_name=normal))
        found = called.filter(credit_code__in=("", code) if code else ("",)).first()
        found = found or (called.first() if not code else None)
    return None if found is None else Company.objects.get(pk=found.of)


def _completed(viewer: Viewer, company: Company, code: str) -> Company:
    if code and not company.credit_code:
        company.credit_code = code
        company.save(update_fields=["credit_code"])
        log(viewer, "code_company", Subject.COMPANY, company)
    return company


def _note_name(company: Company, name: str, kind: str) -> CompanyName:
    made, _ = CompanyName.objects.get_or_create(
        company=company,
        normal_name=normal_name(name)[:LONGEST_NAME],
        defaults={"name": name, "kind": kind, "key": name_key(name, reference.company_words())},
    )
    return made


def _changeable(viewer: Viewer, company_id: int) -> Company:
    allowed = narrow(viewer, Company.objects.all(), Subject.COMPANY, Act.CHANGE)
    company = allowed.select_for_update(of=("self",)).filter(pk=company_id).first()
    if company is None:
        raise NotFound("没有这家企业，或不在您的范围内")
    return company
