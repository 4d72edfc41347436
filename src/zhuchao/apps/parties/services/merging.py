"""Two companies found to be one: both keep their rows and histories, and can part again."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from zhuchao.apps.parties.families import family_of, lock_family
from zhuchao.apps.parties.models import Company, CompanyMerge
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow, scope_of
from zhuchao.apps.people.viewer import Act, Scope, Subject, Viewer
from zhuchao.core.errors import NotAllowed, NotFound, Refused


@transaction.atomic
def merge_companies(viewer: Viewer, *, kept_id: int, folded_id: int, reason: str) -> CompanyMerge:
    """Let ``kept`` stand for ``folded`` as well; nothing of either is changed or lost.

    Raises: NotFound; NotAllowed, for who does not head the section; Refused without a reason, for
    one company twice, and for two that bear different credit codes.
    """
    _require_head(viewer)
    if not reason.strip():
        raise Refused("请写明合并的依据：如营业执照、更名通知书")
    # Locked in one order, whichever way round two people merge them.
    for company_id in sorted((kept_id, folded_id)):
        _seen(viewer, company_id)
        lock_family(company_id)
    kept, folded = family_of(kept_id), family_of(folded_id)
    if kept.head_id == folded.head_id:
        raise Refused("这两家已经是同一家企业，不用合并")
    _refuse_two_codes(kept.member_ids | folded.member_ids)
    made = CompanyMerge.objects.create(
        kept_id=kept.head_id,
        folded_id=folded.head_id,
        reason=covered(reason.strip())[:200],
        merged_by_id=viewer.person_id or 0,
    )
    Company.objects.filter(pk__in=folded.member_ids).update(head_id=kept.head_id)
    log(
        viewer, "merge_companies", Subject.COMPANY, made.kept,
        folded=folded.head_id, merge=made.pk,
    )  # fmt: skip
    return made


@transaction.atomic
def undo_merge(viewer: Viewer, merge_id: int) -> CompanyMerge:
    """Let the folded company, and what had been folded into it, stand for itself again.

    Raises: NotFound; NotAllowed; Refused, when it was undone already.
    """
    _require_head(viewer)
    mine = CompanyMerge.objects.filter(kept__organisation_id=viewer.organisation_id or 0)
    found = mine.filter(pk=merge_id).first()
    if found is None:
        raise NotFound("没有这次合并，或不在您的范围内")
    lock_family(found.kept_id)
    merge = CompanyMerge.objects.select_for_update(of=("self",)).get(pk=merge_id)
    if merge.undone_at is not None:
        raise Refused("这次合并已经撤销")
    merge.undone_at, merge.undone_by_id = timezone.now(), viewer.person_id
    merge.save(update_fields=["undone_at", "undone_by"])
    apart = _folded_into(merge.folded_id)
    Company.objects.filter(pk__in=apart - {merge.folded_id}).update(head_id=merge.folded_id)
    Company.objects.filter(pk=merge.folded_id).update(head_id=None)
    log(viewer, "undo_merge", Subject.COMPANY, merge.kept, folded=merge.folded_id, merge=merge.pk)
    return merge


def _folded_into(company_id: int) -> set[int]:
    """The company with all that standing merges fold into it."""
    found, more = {company_id}, {company_id}
    while more:
        standing = CompanyMerge.objects.filter(kept_id__in=more, undone_at=None)
        more = set(standing.values_list("folded_id", flat=True)) - found
        found |= more
    return found


def _refuse_two_codes(company_ids: frozenset[int]) -> None:
    bearing = Company.objects.filter(~Q(credit_code=""), pk__in=company_ids)
    if len(set(bearing.values_list("credit_code", flat=True))) > 1:
        raise Refused("两家的统一社会信用代码不同，是两个法人：不能合并，请核对代码")


def _require_head(viewer: Viewer) -> None:
    if scope_of(viewer, Subject.COMPANY, Act.CHANGE) < Scope.ORGANISATION:
        raise NotAllowed("企业由科长合并：请把两家的名称和依据告诉本单位科长")


def _seen(viewer: Viewer, company_id: int) -> None:
    allowed = narrow(viewer, Company.objects.all(), Subject.COMPANY, Act.CHANGE)
    if not allowed.filter(pk=company_id).exists():
        raise NotFound("没有这家企业，或不在您的范围内")
