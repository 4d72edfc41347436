"""Who asks: the value that every selector and service takes first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Role(StrEnum):
    """What somebody is in an organisation; a visitor is nobody who signed in."""

    VISITOR = "visitor"
    OFFICER = "officer"
    AGENT = "agent"
    SECTION_HEAD = "section_head"
    LEADER = "leader"
    SUPERVISOR = "supervisor"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


ROLE_NAMES: dict[Role, str] = {
    Role.VISITOR: "访客",
    Role.OFFICER: "招商专员",
    Role.AGENT: "中介",
    Role.SECTION_HEAD: "科长",
    Role.LEADER: "园区领导",
    Role.SUPERVISOR: "督查",
    Role.EDITOR: "编辑",
    Role.ADMINISTRATOR: "管理员",
    Role.AUDITOR: "审计",
}


class Scope(IntEnum):
    """How far a right reaches; TEAM includes what nobody in the organisation has taken yet."""

    NONE = 0
    OWN = 1
    TEAM = 2
    ORGANISATION = 3
    ALL = 4


class Subject(StrEnum):
    """What a right is about."""

    INTAKE = "intake"
    PAGE = "page"
    COMPANY = "company"
    CONTACT = "contact"
    PROPERTY = "property"
    OFFER = "offer"
    ENQUIRY = "enquiry"
    SHEET = "sheet"
    REGISTRATION = "registration"
    CLAIM = "claim"
    PROJECT = "project"
    PROBLEM = "problem"
    INSPECTION = "inspection"
    REMINDER = "reminder"
    ARTICLE = "article"
    VOICE = "voice"
    OVERVIEW = "overview"
    PERSON = "person"
    RULE = "rule"
    AUDIT = "audit"


class Act(StrEnum):
    """What is done to a subject."""

    SEE = "see"
    MAKE = "make"
    CHANGE = "change"
    PUBLISH = "publish"
    REVEAL = "reveal"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who asks. ``is_system`` marks the machine's own work, which reaches everything."""

    person_id: int | None
    organisation_id: int | None
    team_ids: frozenset[int]
    roles: frozenset[Role]
    name: str = ""
    is_system: bool = False


PUBLIC = Viewer(None, None, frozenset(), frozenset({Role.VISITOR}), name="visitor")
SYSTEM = Viewer(None, None, frozenset(), frozenset(), name="system", is_system=True)


def within(viewer: Viewer, organisation_id: int) -> Viewer:
    """The same within another house: the machine works for each of them, by the rules of each."""
    told = (viewer.team_ids, viewer.roles, viewer.name, viewer.is_system)
    return Viewer(viewer.person_id, organisation_id, *told)
