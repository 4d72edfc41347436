"""The names by which a company goes, and its credit code: added, changed, put right."""

from __future__ import annotations

from django.db import transaction

from zhuchao import tables as reference
from zhuchao.apps.parties.called import LONGEST_NAME, changeable, keep_name, known
from zhuchao.apps.parties.models import Company, CompanyName
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.text.companies import credit_code as proved
from zhuchao.core.text.companies import name_key, normal_name

_K = CompanyName.Kind


@transaction.atomic
def add_name(viewer: Viewer, company_id: int, *, name: str, kind: str = "short") -> CompanyName:
    """One more name by which the company goes.

    Raises: NotFound; Refused, for an empty name, an unknown kind, and a name that is another's.
    """
    company = changeable(viewer, company_id)
    made = keep_name(company, _told(company, name, kind), kind)
    log(viewer, "name_company", Subject.COMPANY, company, kind=kind)
    return made


@transaction.atomic
def set_credit_code(viewer: Viewer, company_id: int, *, credit_code: str) -> Company:
    """Note the code of the licence.

    Raises: NotFound; Refused, for what is no code, and where another company bears it.
    """
    company = changeable(viewer, company_id)
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
def rename_company(viewer: Viewer, company_id: int, *, name: str) -> Company:
    """The firm calls itself otherwise from now on; what it was called stays as its former name.

    Raises: NotFound; Refused, for an empty name, the name it has, and one that is another's.
    """
    company = changeable(viewer, company_id)
    name = _told(company, name, _K.FULL)
    if normal_name(name) == company.normal_name:
        raise Refused("这就是现在的名称：写错了字的，请用“更正”")
    keep_name(company, company.name, _K.FORMER)
    company.names.filter(normal_name=company.normal_name).update(kind=_K.FORMER)
    keep_name(company, name, _K.FULL)
    company.names.filter(normal_name=normal_name(name)).update(kind=_K.FULL)
    was = company.name
    _call(company, name)
    log(viewer, "rename_company", Subject.COMPANY, company, was=was)
    return company


@transaction.atomic
def correct_name(viewer: Viewer, name_id: int, *, name: str, kind: str) -> CompanyName:
    """A name that was noted wrongly, as it should stand; the audit trail keeps the wrong one.

    Raises: NotFound; Refused, for an empty name, an unknown kind, a name that is another's or
    stands already, and where the name in use would become a short or a former one.
    """
    row, company = _row(viewer, name_id)
    name = _told(company, name, kind)
    if company.names.filter(normal_name=normal_name(name)).exclude(pk=row.pk).exists():
        raise Refused("这家企业已有这个名称：多余的一条请删去")
    is_main = row.normal_name == company.normal_name
    if is_main and kind != _K.FULL:
        raise Refused("现用名称只能是全称：企业改了名的，请用“更名”，旧名自动成为曾用名")
    was, row.name, row.kind = row.name, name, kind
    row.normal_name = normal_name(name)
    row.key = name_key(name, reference.company_words())
    row.save(update_fields=["name", "normal_name", "key", "kind"])
    if is_main:
        _call(company, name)
    log(viewer, "correct_company_name", Subject.COMPANY, company, was=was)
    return row


@transaction.atomic
def drop_name(viewer: Viewer, name_id: int) -> None:
    """A name that is not the firm's goes; the audit trail keeps it.

    Raises: NotFound; Refused, for the name in use.
    """
    row, company = _row(viewer, name_id)
    if row.normal_name == company.normal_name:
        raise Refused("这是现用名称，不能删去：写错的请更正，改了名的请更名")
    row.delete()
    log(viewer, "drop_company_name", Subject.COMPANY, company, was=row.name)


def _row(viewer: Viewer, name_id: int) -> tuple[CompanyName, Company]:
    found = CompanyName.objects.filter(pk=name_id).first()
    if found is None:
        raise NotFound("没有这家企业，或不在您的范围内")
    return found, changeable(viewer, found.company_id)


def _told(company: Company, name: str, kind: str) -> str:
    """The name as it is kept. Raises: Refused."""
    name = covered(name.strip())[:LONGEST_NAME]
    if not name:
        raise Refused("企业名称不能为空")
    if kind not in _K.values:
        raise Refused("名称的种类只有全称、简称和曾用名")
    other = known(company.organisation_id, normal_name(name), "")
    if other is not None and other.pk != (company.head_id or company.pk):
        raise Refused("另有一家企业用这个名称：确为同一家的，请由科长合并")
    return name


def _call(company: Company, name: str) -> None:
    normal = normal_name(name)
    mine = Company.objects.filter(organisation_id=company.organisation_id, normal_name=normal)
    if mine.exclude(pk=company.pk).exists():
        raise Refused("合并进来的一条就叫这个名称：请先撤销合并，或在那一条上更名")
    company.name, company.normal_name = name, normal
    company.save(update_fields=["name", "normal_name"])
