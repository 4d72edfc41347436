"""The table of rights: its laws, and the cells that matter most."""

import itertools

import pytest

from zhuchao.apps.people.rights import ACT_NAMES, RIGHTS, SUBJECT_NAMES, can, require, scope_of
from zhuchao.apps.people.viewer import (
    PUBLIC,
    ROLE_NAMES,
    SYSTEM,
    Act,
    Role,
    Scope,
    Subject,
    Viewer,
)
from zhuchao.core.errors import NotAllowed

ORGANISATION, OTHER = 1, 2
PERSONAL = (
    Subject.CONTACT,
    Subject.ENQUIRY,
    Subject.REGISTRATION,
    Subject.CLAIM,
    Subject.PROJECT,
    Subject.INTAKE,
)


class Record:
    """The columns by which rights are decided."""

    def __init__(
        self,
        organisation_id: int = ORGANISATION,
        team_id: int | None = None,
        owner_id: int | None = None,
    ) -> None:
        self.organisation_id, self.team_id, self.owner_id = organisation_id, team_id, owner_id


def viewer(*roles: Role, person_id: int = 5, team_ids: frozenset[int] = frozenset({7})) -> Viewer:
    return Viewer(person_id, ORGANISATION, team_ids, frozenset(roles))


@pytest.mark.parametrize(
    ("role", "subject", "act", "scope"),
    [
        (Role.VISITOR, Subject.OFFER, Act.SEE, Scope.ALL),
        (Role.VISITOR, Subject.ENQUIRY, Act.MAKE, Scope.ALL),
        (Role.VISITOR, Subject.ENQUIRY, Act.SEE, Scope.NONE),
        (Role.VISITOR, Subject.CONTACT, Act.SEE, Scope.NONE),
        (Role.OFFICER, Subject.ENQUIRY, Act.SEE, Scope.TEAM),
        (Role.OFFICER, Subject.OFFER, Act.SEE, Scope.ORGANISATION),
        (Role.OFFICER, Subject.CONTACT, Act.REVEAL, Scope.TEAM),
        (Role.OFFICER, Subject.ARTICLE, Act.PUBLISH, Scope.NONE),
        (Role.AGENT, Subject.ENQUIRY, Act.SEE, Scope.OWN),
        (Role.AGENT, Subject.CONTACT, Act.REVEAL, Scope.OWN),
        (Role.AGENT, Subject.REGISTRATION, Act.SEE, Scope.OWN),
        (Role.AGENT, Subject.PERSON, Act.SEE, Scope.ORGANISATION),
        (Role.OFFICER, Subject.REGISTRATION, Act.SEE, Scope.TEAM),
        (Role.SECTION_HEAD, Subject.REGISTRATION, Act.CHANGE, Scope.ORGANISATION),
        (Role.LEADER, Subject.REGISTRATION, Act.CHANGE, Scope.NONE),
        (Role.EDITOR, Subject.REGISTRATION, Act.SEE, Scope.NONE),
        (Role.VISITOR, Subject.REGISTRATION, Act.MAKE, Scope.NONE),
        (Role.AUDITOR, Subject.REGISTRATION, Act.SEE, Scope.NONE),
        (Role.SECTION_HEAD, Subject.ENQUIRY, Act.CHANGE, Scope.ORGANISATION),
        (Role.SECTION_HEAD, Subject.CONTACT, Act.REVEAL, Scope.ORGANISATION),
        (Role.OFFICER, Subject.COMPANY, Act.SEE, Scope.TEAM),
        (Role.OFFICER, Subject.CLAIM, Act.SEE, Scope.TEAM),
        (Role.SECTION_HEAD, Subject.CLAIM, Act.CHANGE, Scope.ORGANISATION),
        (Role.LEADER, Subject.CLAIM, Act.CHANGE, Scope.NONE),
        (Role.AGENT, Subject.CLAIM, Act.SEE, Scope.NONE),
        (Role.EDITOR, Subject.CLAIM, Act.SEE, Scope.NONE),
        (Role.LEADER, Subject.PROJECT, Act.SEE, Scope.ORGANISATION),
        (Role.SUPERVISOR, Subject.PROJECT, Act.SEE, Scope.ORGANISATION),
        (Role.EDITOR, Subject.ARTICLE, Act.PUBLISH, Scope.ORGANISATION),
        (Role.EDITOR, Subject.ENQUIRY, Act.SEE, Scope.NONE),
        (Role.OFFICER, Subject.SHEET, Act.SEE, Scope.TEAM),
        (Role.EDITOR, Subject.SHEET, Act.MAKE, Scope.ORGANISATION),
        (Role.VISITOR, Subject.SHEET, Act.SEE, Scope.NONE),
        (Role.ADMINISTRATOR, Subject.PERSON, Act.MAKE, Scope.ORGANISATION),
        (Role.ADMINISTRATOR, Subject.CONTACT, Act.REVEAL, Scope.NONE),
        (Role.AUDITOR, Subject.AUDIT, Act.SEE, Scope.ALL),
        (Role.AUDITOR, Subject.ENQUIRY, Act.SEE, Scope.NONE),
    ],
)
def test_the_table(role: Role, subject: Subject, act: Act, scope: Scope) -> None:
    assert scope_of(viewer(role), subject, act) is scope


@pytest.mark.parametrize("role", [Role.LEADER, Role.SUPERVISOR, Role.AUDITOR])
def test_those_who_only_watch_change_nothing(role: Role) -> None:
    own_work = {Subject.REMINDER}
    if role is Role.SUPERVISOR:
        own_work |= {Subject.PROBLEM, Subject.INSPECTION}
    acts = {
        act
        for (each, subject, act), scope in RIGHTS.items()
        if each is role and scope > Scope.NONE and subject not in own_work
    }

    assert acts == {Act.SEE}


@pytest.mark.parametrize("role", list(Role))
def test_nobody_changes_further_than_they_see(role: Role) -> None:
    for subject, act in itertools.product(Subject, (Act.CHANGE, Act.PUBLISH, Act.REVEAL)):
        seen = scope_of(viewer(role), subject, Act.SEE)

        assert scope_of(viewer(role), subject, act) <= seen, (subject, act)


@pytest.mark.parametrize("subject", PERSONAL)
def test_nobody_reaches_clients_beyond_their_organisation(subject: Subject) -> None:
    for role in set(Role) - {Role.VISITOR}:
        assert scope_of(viewer(role), subject, Act.SEE) <= Scope.ORGANISATION


def test_nobody_may_write_the_audit_chain() -> None:
    acts = {
        act for (_, subject, act), scope in RIGHTS.items() if subject is Subject.AUDIT and scope
    }

    assert acts == {Act.SEE}


def test_the_widest_of_several_roles_counts() -> None:
    both = viewer(Role.AGENT, Role.SECTION_HEAD)

    assert scope_of(both, Subject.ENQUIRY, Act.SEE) is Scope.ORGANISATION


def test_nobody_without_a_role_may_do_anything() -> None:
    nobody = viewer()

    assert not any(can(nobody, subject, act) for subject in Subject for act in Act)


def test_the_machines_own_work_reaches_everything() -> None:
    assert all(can(SYSTEM, subject, act, Record(OTHER)) for subject in Subject for act in Act)


@pytest.mark.parametrize(
    ("role", "record", "allowed"),
    [
        (Role.AGENT, Record(owner_id=5), True),
        (Role.AGENT, Record(owner_id=6), False),
        (Role.AGENT, Record(), False),
        (Role.OFFICER, Record(owner_id=6, team_id=7), True),
        (Role.OFFICER, Record(owner_id=6, team_id=8), False),
        (Role.OFFICER, Record(owner_id=5, team_id=8), True),
        (Role.OFFICER, Record(), True),
        (Role.OFFICER, Record(organisation_id=OTHER), False),
        (Role.OFFICER, Record(organisation_id=OTHER, owner_id=5), False),
        (Role.SECTION_HEAD, Record(owner_id=6, team_id=8), True),
        (Role.SECTION_HEAD, Record(organisation_id=OTHER), False),
        (Role.LEADER, Record(), False),
    ],
)
def test_whether_a_record_may_be_changed(role: Role, record: Record, allowed: bool) -> None:
    assert can(viewer(role), Subject.ENQUIRY, Act.CHANGE, record) is allowed


def test_a_refusal_says_what_and_whom_to_ask() -> None:
    with pytest.raises(NotAllowed, match="您的角色不能查看完整这类联系人：请联系"):
        require(PUBLIC, Subject.CONTACT, Act.REVEAL)


def test_every_role_subject_and_act_has_a_chinese_name() -> None:
    assert set(ROLE_NAMES) == set(Role)
    assert set(SUBJECT_NAMES) == set(Subject)
    assert set(ACT_NAMES) == set(Act)
