"""What lies between a visitor and the house: the answer, the withdrawal, and forgetting."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.apps.enquiries.services.following import hold_enquiry
from zhuchao.apps.library import services as library
from zhuchao.apps.parties import services as parties
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.messages import parse

LONGEST_ANSWER = 1000
ERASED = "（个人信息和内容已按访客的要求或保存期限删除）"
_S = Enquiry.State


@transaction.atomic
def answer_visitor(viewer: Viewer, enquiry_id: int, *, answer: str) -> Enquiry:
    """Say to the visitor what is read under the receipt; a later answer takes its place.

    Raises: NotFound; Refused, for what no visitor sent, what was erased, an empty or too long
    answer, or one that promises what may not be promised in public.
    """
    enquiry = hold_enquiry(viewer, enquiry_id)
    if enquiry.origin != Enquiry.Origin.PORTAL:
        raise Refused("这条需求不是访客在门户上提交的，没有可以查看答复的回执")
    if enquiry.erased_at is not None:
        raise Refused("访客的信息已经删除，答复无人能看到")
    said = answer.strip()
    _require_sayable(said)
    if said == enquiry.answer:
        return enquiry
    enquiry.answer, enquiry.answered_at = said, timezone.now()
    enquiry.save(update_fields=["answer", "answered_at"])
    log(viewer, "answer_enquiry", Subject.ENQUIRY, enquiry, length=len(said))
    return enquiry


def _require_sayable(said: str) -> None:
    if not said:
        raise Refused("请写下给访客的答复")
    if len(said) > LONGEST_ANSWER:
        raise Refused(f"答复最多 {LONGEST_ANSWER} 字，现在是 {len(said)} 字")
    for flag in parse(said, reference.load()).flags:
        words = flag.span.of(said)
        raise Refused(f"“{words}”不得公开承诺：{flag.reason}（依据：{flag.basis}）。请改写后再答复")


@transaction.atomic
def withdraw(viewer: Viewer, *, token: str) -> Enquiry:
    """The visitor takes the enquiry back: it is cancelled, and nothing personal of it is kept.

    Raises: NotFound; Refused, when a deal or a project came of it.
    """
    require(viewer, Subject.ENQUIRY, Act.MAKE)
    enquiry = Enquiry.objects.select_for_update().filter(token=token).first()
    if enquiry is None:
        raise NotFound("没有找到这张回执，请核对链接")
    if enquiry.erased_at is not None:
        return enquiry
    if enquiry.state == _S.DEALT:
        raise Refused("这条需求已经办成，合同需要的信息要依法保存：请直接与我们联系")
    enquiry.state = _S.CANCELLED
    enquiry.save(update_fields=["state"])
    is_known_elsewhere = _erase(viewer, enquiry)
    log(viewer, "withdraw_enquiry", Subject.ENQUIRY, enquiry, contact_kept=is_known_elsewhere)
    return enquiry


@transaction.atomic
def erase_due(viewer: Viewer, *, today: date) -> int:
    """Forget the visitors whose time of keeping is over and with whom no deal came; how many."""
    before = today - timedelta(days=settings.ZHUCHAO_ENQUIRY_KEPT_DAYS)
    due = Enquiry.objects.select_for_update().filter(
        origin=Enquiry.Origin.PORTAL, erased_at=None, received_at__date__lt=before
    )
    erased = 0
    for enquiry in due.exclude(state=_S.DEALT).order_by("pk"):
        if enquiry.state != _S.CANCELLED:
            enquiry.state = _S.LAPSED
            enquiry.save(update_fields=["state"])
        is_known_elsewhere = _erase(viewer, enquiry)
        log(viewer, "erase_enquiry", Subject.ENQUIRY, enquiry, contact_kept=is_known_elsewhere)
        erased += 1
    return erased


def _erase(viewer: Viewer, enquiry: Enquiry) -> bool:
    """Take words and persons out; True where other records still rest on the person."""
    contact_id, intake_id = enquiry.contact_id, enquiry.intake_id
    enquiry.text, enquiry.terms, enquiry.contact = ERASED, [], None
    for name in ("ask_back", "company_name", "purpose", "tax_text", "digits_mark", "answer"):
        setattr(enquiry, name, "")
    enquiry.erased_at = timezone.now()
    enquiry.save()
    if intake_id is not None:
        library.erase_form(viewer, intake_id)
    return contact_id is not None and not parties.erase_contact(viewer, contact_id)
