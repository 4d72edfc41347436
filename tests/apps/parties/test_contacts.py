"""Contacts and companies: noted once, sealed, opened by those who work with them."""

import pytest
from tests.apps.stored import everything_stored

from zhuchao.apps.parties import selectors, services
from zhuchao.apps.parties.marks import company_mark, mark_of
from zhuchao.apps.parties.models import Company, Contact
from zhuchao.apps.people.owned import hands_of
from zhuchao.apps.people.viewer import Viewer
from zhuchao.core.errors import NotAllowed, NotFound, Refused
from zhuchao.ground import audit

TELEPHONE = "13800000001"


def test_a_contact_is_sealed_and_masked(officer_a: Viewer) -> None:
    contact = services.note_contact(officer_a, name="王小明", telephone=TELEPHONE, company="甲公司")

    assert str(Contact.objects.get(pk=contact.pk)) == "王** 138****0001"
    assert "王小明" not in everything_stored()
    assert TELEPHONE not in everything_stored()


def test_the_same_telephone_is_the_same_contact(officer_a: Viewer) -> None:
    first = services.note_contact(officer_a, name="", telephone=TELEPHONE)

    again = services.note_contact(
        officer_a, name="王小明", telephone="+86 138-0000-0001", company="甲公司"
    )

    assert again == first
    assert Contact.objects.get().name.open() == "王小明"
    assert Contact.objects.get().company == Company.objects.get(name="甲公司")


def test_what_is_known_of_a_contact_is_not_overwritten(officer_a: Viewer) -> None:
    services.note_contact(officer_a, name="王小明", telephone=TELEPHONE, company="甲公司")

    services.note_contact(officer_a, name="李四", telephone=TELEPHONE, company="乙公司")

    contact = Contact.objects.get()
    assert (contact.name.open(), str(contact.company)) == ("王小明", "甲公司")


def test_a_visitor_changes_nothing_that_is_known(officer_a: Viewer, visitor: Viewer) -> None:
    services.note_contact(officer_a, name="王小明", telephone=TELEPHONE)

    services.note_contact(visitor, name="李四", telephone=TELEPHONE, company="乙公司")

    contact = Contact.objects.get()
    assert (contact.name.open(), contact.company) == ("王小明", None)


@pytest.mark.parametrize("telephone", ["", "暂无", "8001"])
def test_what_is_no_telephone_joins_nobody(officer_a: Viewer, telephone: str) -> None:
    services.note_contact(officer_a, name="王小明", telephone=telephone)
    services.note_contact(officer_a, name="李四", telephone=telephone)

    assert Contact.objects.count() == 2


def test_a_contact_without_name_and_telephone_is_refused(officer_a: Viewer) -> None:
    with pytest.raises(Refused, match="姓名或电话"):
        services.note_contact(officer_a, name=" ", telephone="")


def test_organisations_do_not_share_contacts(officer_a: Viewer, agent: Viewer) -> None:
    mine = services.note_contact(officer_a, name="王小明", telephone=TELEPHONE)

    theirs = services.note_contact(agent, name="王小明", telephone=TELEPHONE)

    assert mine != theirs
    assert selectors.contact_by_telephone(agent, TELEPHONE) == theirs


def test_a_company_is_one_in_any_spelling(officer_a: Viewer) -> None:
    first = services.note_company(officer_a, name="甲（常州）有限公司")

    assert services.note_company(officer_a, name=" 甲(常州) 有限公司") == first
    assert [each.name for each in selectors.companies(officer_a, q="常州")] == [first.name]
    assert selectors.company(officer_a, first.pk) == first


def test_a_company_elsewhere_is_not_found(officer_a: Viewer, agent: Viewer) -> None:
    company = services.note_company(officer_a, name="甲公司")

    with pytest.raises(NotFound):
        selectors.company(agent, company.pk)


def test_opening_a_contact_is_recorded(officer_a: Viewer) -> None:
    contact = services.note_contact(officer_a, name="王小明", telephone=TELEPHONE)

    revealed = services.reveal_contact(officer_a, contact.pk)

    assert (revealed.name, revealed.telephone) == ("王小明", TELEPHONE)
    last = audit.latest(1)[0]
    assert (last.actor, last.act, last.subject_id) == (
        officer_a.name, "reveal_contact", str(contact.pk),
    )  # fmt: skip


def test_who_may_open_a_contact(
    officer_a: Viewer,
    teammate: Viewer,
    officer_b: Viewer,
    section_head: Viewer,
    leader: Viewer,
    agent: Viewer,
) -> None:
    contact = services.note_contact(officer_a, name="王小明", telephone=TELEPHONE)

    for viewer in (officer_a, teammate, section_head):
        assert selectors.can_reveal(viewer, contact)
        assert services.reveal_contact(viewer, contact.pk).name == "王小明"
    for viewer in (officer_b, agent):
        assert not selectors.can_reveal(viewer, contact)
        with pytest.raises(NotFound):
            services.reveal_contact(viewer, contact.pk)
    with pytest.raises(NotAllowed):
        services.reveal_contact(leader, contact.pk)


def test_another_team_does_not_find_the_contact(officer_a: Viewer, officer_b: Viewer) -> None:
    services.note_contact(officer_a, name="王小明", telephone=TELEPHONE)

    assert selectors.contact_by_telephone(officer_a, "138 0000 0001") is not None
    assert selectors.contact_by_telephone(officer_b, TELEPHONE) is None
    assert selectors.contact_by_telephone(officer_a, "") is None


def test_a_colleagues_contact_stays_hidden_behind_ones_own(
    officer_a: Viewer, officer_b: Viewer
) -> None:
    theirs = services.note_client(officer_a, name="王小明", telephone=TELEPHONE)

    own = services.note_client(officer_b, name="老王", telephone="138 0000 0001")

    assert own != theirs
    assert own.telephone_hash == ""
    assert mark_of(own) == mark_of(theirs) != ""
    assert services.note_client(officer_a, name="", telephone=TELEPHONE) == theirs
    assert Contact.objects.get(pk=theirs.pk).name.open() == "王小明"


def test_a_contact_is_passed_on_by_who_may_change_it(
    officer_a: Viewer, officer_b: Viewer, leader: Viewer
) -> None:
    contact = services.note_contact(officer_a, name="王小明", telephone=TELEPHONE)
    to = hands_of(officer_b)

    assert services.pass_contact(officer_b, contact.pk, to=to) is None
    assert services.pass_contact(leader, contact.pk, to=to) is None
    assert services.pass_contact(officer_a, contact.pk, to=to) == hands_of(officer_a)
    contact.refresh_from_db()
    assert selectors.can_reveal(officer_b, contact)
    assert not selectors.can_reveal(officer_a, contact)


@pytest.mark.parametrize(
    ("one", "other"), [("甲（溧阳）公司", "甲(溧阳) 公司"), ("ABC公司", "ａｂｃ公司")]
)
def test_a_company_is_one_however_it_is_spelt(one: str, other: str) -> None:
    assert company_mark(one) == company_mark(other) != company_mark("乙公司")
    assert company_mark(" ") == ""
