"""Noting companies, and passing them on."""

from __future__ import annotations

from django.db import transaction

from zhuchao.apps.parties.called import LONGEST_NAME, keep_name, known
from zhuchao.apps.parties.making import columns_for, require_make
from zhuchao.apps.parties.models import Company, CompanyName
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import Hands
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import Refused
from zhuchao.core.text.companies import credit_code as proved
from zhuchao.core.text.companies import normal_name


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
    found = known(columns["organisation_id"], normal_name(name), code)
    if found is not None:
        return _completed(viewer, found, code)
    company, is_new = Company.objects.get_or_create(
        organisation_id=columns["organisation_id"],
        normal_name=normal_name(name)[:LONGEST_NAME],
        defaults=columns | {"name": name, "credit_code": code},
    )
    if is_new:
        keep_name(company, name, CompanyName.Kind.FULL)
        log(viewer, "note_company", Subject.COMPANY, company)
    elif code and company.credit_code != code:
        raise Refused("同名企业登记的是另一个统一社会信用代码：请核对营业执照上的名称和代码")
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


def _completed(viewer: Viewer, company: Company, code: str) -> Company:
    if code and not company.credit_code:
        company.credit_code = code
        company.save(update_fields=["credit_code"])
        log(viewer, "code_company", Subject.COMPANY, company)
    return company
