"""Receiving enquiries: from the portal once whatever happens, and from the desk."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from tests.apps.stored import everything_stored

from zhuchao.apps.enquiries import selectors, services
from zhuchao.apps.enquiries.mapping import EnquiryForm
from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.apps.enquiries.services import receiving
from zhuchao.apps.library import selectors as library_reads
from zhuchao.apps.library import services as library
from zhuchao.apps.people.models import Organisation
from zhuchao.apps.people.viewer import Viewer
from zhuchao.core.errors import NotAllowed, NotFound, Refused
from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.ground import audit

FORM = EnquiryForm(
    demand="求租溧阳单层厂房，2000平，急，也可找王小明 13800000003",
    telephone="138 0000 0001",
    purpose="精密加工，回电13800000003",
    company="甲公司",
    person="王小明",
    area="3000㎡",
)
TEXT = "求租溧阳厂房，2000平，王先生 13800000001"


def receive(visitor: Viewer, form: EnquiryForm = FORM, key: str = "k1") -> Enquiry:
    return services.receive(visitor, form=form, idempotency_key=key)


def confirm(viewer: Viewer, tables: Tables, key: str = "k1", **told: Any) -> Enquiry:
    terms = parse(TEXT, tables).terms
    told = {"intake_id": None, "terms": terms, "text": TEXT, "idempotency_key": key} | told
    return services.confirm_demand(viewer, **told)


def test_a_form_arrives_in_the_common_tray(visitor: Viewer, park: Organisation) -> None:
    enquiry = receive(visitor)

    assert re.fullmatch(r"X-\w{4}-\w{4}", enquiry.receipt)
    assert (enquiry.organisation, enquiry.owner, enquiry.team) == (park, None, None)
    assert (enquiry.state, enquiry.origin, enquiry.company_name) == ("new", "portal", "甲公司")
    areas = [each for each in enquiry.terms if each["key"] == "area"]
    assert [each["value"]["low"] for each in areas] == [3000]


def test_a_visitor_is_named_in_the_audit(visitor: Viewer) -> None:
    enquiry = receive(visitor)

    entry = next(each for each in audit.latest() if each.act == "receive_enquiry")
    assert (entry.actor, entry.subject_id) == ("visitor", str(enquiry.pk))
    assert audit.verify().is_whole


def test_persons_of_a_form_are_sealed(visitor: Viewer) -> None:
    enquiry = receive(visitor)

    assert enquiry.contact is not None
    assert enquiry.contact.name.open() == "王小明"
    stored = everything_stored()
    for personal in ("王小明", "13800000001", "138 0000 0001", "13800000003"):
        assert personal not in stored


def test_the_form_as_it_came_lies_in_the_kept_files(visitor: Viewer, officer_a: Viewer) -> None:
    enquiry = receive(visitor)

    assert enquiry.intake is not None
    raw = library_reads.raw_of(officer_a, enquiry.intake.pk).decode()
    assert "联系人：王小明\n手机号：138 0000 0001" in raw
    assert (enquiry.intake.state, enquiry.intake.origin) == ("confirmed", "form")


def test_the_same_form_sent_twice_is_one_enquiry(visitor: Viewer) -> None:
    assert receive(visitor) == receive(visitor)
    assert Enquiry.objects.count() == 1


def test_the_quicker_of_two_clicks_wins(visitor: Viewer, monkeypatch: pytest.MonkeyPatch) -> None:
    first = receive(visitor)
    look, looks = receiving._known, list[str]()

    def blind_once(key: str) -> Enquiry | None:
        looks.append(key)
        return None if len(looks) == 1 else look(key)

    monkeypatch.setattr(receiving, "_known", blind_once)

    assert receive(visitor) == first
    assert Enquiry.objects.count() == 1
    assert audit.verify().is_whole


def test_long_keys_stay_apart(visitor: Viewer) -> None:
    other = replace(FORM, demand="要仓库，500平")

    assert receive(visitor, key="k" * 90 + "1") != receive(visitor, other, "k" * 90 + "2")


def test_a_form_without_its_key_is_refused(visitor: Viewer) -> None:
    with pytest.raises(Refused, match="刷新页面"):
        receive(visitor, key=" ")


@pytest.mark.parametrize("lacks", [{"demand": " "}, {"telephone": ""}, {"telephone": "暂无"}])
def test_a_form_without_demand_or_telephone_is_refused(
    visitor: Viewer, lacks: dict[str, str]
) -> None:
    with pytest.raises(Refused, match="手机号"):
        receive(visitor, replace(FORM, **lacks))
    assert not Enquiry.objects.exists()


def test_a_receipt_opens_by_its_token_alone(visitor: Viewer) -> None:
    enquiry = receive(visitor)

    assert selectors.by_token(visitor, enquiry.token).receipt == enquiry.receipt
    with pytest.raises(NotFound):
        selectors.by_token(visitor, enquiry.receipt)
    with pytest.raises(NotFound):
        selectors.enquiry(visitor, enquiry.pk)


def test_a_confirmed_message_is_in_the_hands_of_who_confirmed(
    officer_a: Viewer, tables: Tables
) -> None:
    enquiry = confirm(officer_a, tables)

    assert (enquiry.owner_id, enquiry.origin) == (officer_a.person_id, "desk")
    assert enquiry.text == "求租溧阳厂房，2000平，＊＊＊ ＊＊＊＊＊＊＊＊＊＊＊"
    assert "13800000001" not in everything_stored()
    terms = selectors.terms_of(officer_a, enquiry)
    assert all(t.read.span is None or "＊" not in t.read.span.of(enquiry.text) for t in terms)


def test_what_was_told_is_not_asked_back(officer_a: Viewer, tables: Tables) -> None:
    enquiry = confirm(officer_a, tables)

    assert "租金" in enquiry.ask_back
    assert "电话" not in enquiry.ask_back


def test_an_intake_becomes_one_enquiry(
    officer_a: Viewer, teammate: Viewer, officer_b: Viewer, tables: Tables
) -> None:
    kept = library.keep_intake(officer_a, raw=TEXT.encode(), origin="paste")

    first = confirm(officer_a, tables, intake_id=kept.pk)

    assert confirm(teammate, tables, key="another", intake_id=kept.pk) == first
    with pytest.raises(NotFound):
        confirm(officer_b, tables, key="third", intake_id=kept.pk)


def test_who_may_bring_in_enquiries(leader: Viewer, tables: Tables) -> None:
    with pytest.raises(NotAllowed):
        confirm(leader, tables)
