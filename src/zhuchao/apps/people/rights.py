"""Who may see and do what: one table, and the only functions that read it.

A row is a role and a subject; its cells say how far each act reaches. What is not in the table is
not allowed. Reasons for the less obvious cells:

- An officer sees the team's enquiries and projects and the common tray, but every offer and page
  of the organisation: matching needs them all. Clients and firms of other teams stay unseen.
- A first claim is seen by its team alone: whether a firm is taken is asked by a blind check, which
  is counted. Who heads the house rules on contests and sees their files. Agents register clients
  instead; they, editors and auditors have no part in claims.
- An agent sees what is the agent's own, the organisation's offers, and who the colleagues are:
  work is handed to them and shared with them.
- A registration says who may serve a client: its agent's own, the head of the section rules on it.
- Names and telephones open only to those who work with the client; never to leader or auditor.
- Who sees offers and may make anything may share a sheet of them: it tells what its maker sees.
- A leader reads, and changes nothing; so does a supervisor, but for the supervisor's own work:
  inspecting, and raising, assigning and checking problems. An auditor reads the audit chain alone.
- To publish a problem's state is to assign, check, strike off or reopen it: not who works on it.
- The overview of the house is for who leads it: section heads and leaders.
- An administrator keeps people and pages, and has no business with clients' telephones.
- A reminder is its person's own; who heads or supervises the house sees and settles all of them.
- By which rules the house goes is seen by all who work in it; a section head or administrator
  adopts them.
- Readers' voices are answered by who publishes; who asked for a takedown opens to editors alone.
- Offers and articles on the portal are seen by anyone: the public selectors filter by state.
"""

from __future__ import annotations

from typing import Protocol, TypeVar

from django.db.models import Model, Q, QuerySet

from zhuchao.apps.people.viewer import Act, Role, Scope, Subject, Viewer
from zhuchao.core.errors import NotAllowed

_N, _OWN, _TEAM, _ORG, _ALL = Scope
_Row = tuple[Scope, Scope, Scope, Scope, Scope]

_NOT_WATCHED = (
    Subject.INTAKE, Subject.PAGE, Subject.CONTACT, Subject.OVERVIEW, Subject.AUDIT,
)  # fmt: skip
_SUPERVISOR: dict[Subject, _Row] = {
    subject: (_ORG, _N, _N, _N, _N) for subject in Subject if subject not in _NOT_WATCHED
}
_SUPERVISOR[Subject.PROBLEM] = (_ORG, _ORG, _N, _ORG, _N)
_SUPERVISOR[Subject.INSPECTION] = (_ORG, _ORG, _ORG, _ORG, _N)
_SUPERVISOR[Subject.REMINDER] = (_ORG, _N, _ORG, _N, _N)

_LEADER: dict[Subject, _Row] = {
    subject: (_ORG, _N, _N, _N, _N)
    for subject in Subject
    if subject not in (Subject.INTAKE, Subject.AUDIT)
}
_LEADER[Subject.REMINDER] = (_OWN, _N, _OWN, _N, _N)

# Columns: SEE, MAKE, CHANGE, PUBLISH, REVEAL.
_ROWS: dict[Role, dict[Subject, _Row]] = {
    Role.VISITOR: {
        Subject.OFFER: (_ALL, _N, _N, _N, _N),
        Subject.PROPERTY: (_ALL, _N, _N, _N, _N),
        Subject.ARTICLE: (_ALL, _N, _N, _N, _N),
        Subject.ENQUIRY: (_N, _ALL, _N, _N, _N),
        Subject.VOICE: (_N, _ALL, _N, _N, _N),
    },
    Role.OFFICER: {
        Subject.INTAKE: (_TEAM, _ORG, _TEAM, _N, _N),
        Subject.PAGE: (_ORG, _ORG, _ORG, _N, _N),
        Subject.COMPANY: (_TEAM, _ORG, _TEAM, _N, _N),
        Subject.CONTACT: (_TEAM, _ORG, _TEAM, _N, _TEAM),
        Subject.PROPERTY: (_ORG, _ORG, _ORG, _N, _N),
        Subject.OFFER: (_ORG, _ORG, _ORG, _TEAM, _N),
        Subject.ENQUIRY: (_TEAM, _ORG, _TEAM, _N, _N),
        Subject.SHEET: (_TEAM, _ORG, _TEAM, _N, _N),
        Subject.REGISTRATION: (_TEAM, _ORG, _TEAM, _N, _N),
        Subject.CLAIM: (_TEAM, _ORG, _TEAM, _N, _N),
        Subject.PROJECT: (_TEAM, _ORG, _TEAM, _N, _N),
        Subject.PROBLEM: (_TEAM, _TEAM, _TEAM, _N, _N),
        Subject.INSPECTION: (_TEAM, _N, _OWN, _N, _N),
        Subject.REMINDER: (_OWN, _N, _OWN, _N, _N),
        Subject.ARTICLE: (_ORG, _ORG, _OWN, _N, _N),
        Subject.PERSON: (_ORG, _N, _N, _N, _N),
        Subject.RULE: (_ORG, _N, _N, _N, _N),
    },
    Role.AGENT: {
        Subject.INTAKE: (_OWN, _ORG, _OWN, _N, _N),
        Subject.PAGE: (_OWN, _ORG, _OWN, _N, _N),
        Subject.COMPANY: (_OWN, _ORG, _OWN, _N, _N),
        Subject.CONTACT: (_OWN, _ORG, _OWN, _N, _OWN),
        Subject.PROPERTY: (_ORG, _ORG, _OWN, _N, _N),
        Subject.OFFER: (_ORG, _ORG, _OWN, _OWN, _N),
        Subject.ENQUIRY: (_OWN, _ORG, _OWN, _N, _N),
        Subject.SHEET: (_OWN, _ORG, _OWN, _N, _N),
        Subject.REGISTRATION: (_OWN, _ORG, _OWN, _N, _N),
        Subject.PROJECT: (_OWN, _ORG, _OWN, _N, _N),
        Subject.PROBLEM: (_OWN, _OWN, _OWN, _N, _N),
        Subject.REMINDER: (_OWN, _N, _OWN, _N, _N),
        Subject.ARTICLE: (_OWN, _ORG, _OWN, _N, _N),
        Subject.PERSON: (_ORG, _N, _N, _N, _N),
        Subject.RULE: (_ORG, _N, _N, _N, _N),
    },
    Role.SECTION_HEAD: {
        Subject.INTAKE: (_ORG, _ORG, _ORG, _N, _N),
        Subject.PAGE: (_ORG, _ORG, _ORG, _N, _N),
        Subject.COMPANY: (_ORG, _ORG, _ORG, _N, _N),
        Subject.CONTACT: (_ORG, _ORG, _ORG, _N, _ORG),
        Subject.PROPERTY: (_ORG, _ORG, _ORG, _N, _N),
        Subject.OFFER: (_ORG, _ORG, _ORG, _ORG, _N),
        Subject.ENQUIRY: (_ORG, _ORG, _ORG, _N, _N),
        Subject.SHEET: (_ORG, _ORG, _ORG, _N, _N),
        Subject.REGISTRATION: (_ORG, _ORG, _ORG, _N, _N),
        Subject.CLAIM: (_ORG, _ORG, _ORG, _N, _N),
        Subject.PROJECT: (_ORG, _ORG, _ORG, _N, _N),
        Subject.PROBLEM: (_ORG, _ORG, _ORG, _ORG, _N),
        Subject.INSPECTION: (_ORG, _ORG, _ORG, _ORG, _N),
        Subject.REMINDER: (_ORG, _N, _ORG, _N, _N),
        Subject.ARTICLE: (_ORG, _ORG, _ORG, _N, _N),
        Subject.VOICE: (_ORG, _N, _N, _N, _N),
        Subject.OVERVIEW: (_ORG, _N, _N, _N, _N),
        Subject.PERSON: (_ORG, _N, _N, _N, _N),
        Subject.RULE: (_ORG, _ORG, _ORG, _N, _N),
    },
    Role.LEADER: _LEADER,
    Role.SUPERVISOR: _SUPERVISOR,
    Role.EDITOR: {
        Subject.INTAKE: (_OWN, _ORG, _OWN, _N, _N),
        Subject.PAGE: (_ORG, _ORG, _ORG, _N, _N),
        Subject.PROPERTY: (_ORG, _N, _N, _N, _N),
        Subject.OFFER: (_ORG, _N, _N, _ORG, _N),
        Subject.SHEET: (_OWN, _ORG, _OWN, _N, _N),
        Subject.ARTICLE: (_ORG, _ORG, _ORG, _ORG, _N),
        Subject.VOICE: (_ORG, _N, _ORG, _ORG, _ORG),
        Subject.PERSON: (_ORG, _N, _N, _N, _N),
        Subject.RULE: (_ORG, _N, _N, _N, _N),
    },
    Role.ADMINISTRATOR: {
        Subject.INTAKE: (_ORG, _ORG, _ORG, _N, _N),
        Subject.PAGE: (_ORG, _ORG, _ORG, _N, _N),
        Subject.COMPANY: (_ORG, _ORG, _ORG, _N, _N),
        Subject.CONTACT: (_ORG, _ORG, _ORG, _N, _N),
        Subject.PROPERTY: (_ORG, _ORG, _ORG, _N, _N),
        Subject.OFFER: (_ORG, _ORG, _ORG, _ORG, _N),
        Subject.ENQUIRY: (_ORG, _ORG, _ORG, _N, _N),
        Subject.SHEET: (_ORG, _ORG, _ORG, _N, _N),
        Subject.REGISTRATION: (_ORG, _ORG, _ORG, _N, _N),
        Subject.CLAIM: (_ORG, _ORG, _ORG, _N, _N),
        Subject.PROJECT: (_ORG, _ORG, _ORG, _N, _N),
        Subject.PROBLEM: (_ORG, _ORG, _ORG, _ORG, _N),
        Subject.INSPECTION: (_ORG, _ORG, _ORG, _ORG, _N),
        Subject.REMINDER: (_ORG, _N, _ORG, _N, _N),
        Subject.ARTICLE: (_ORG, _ORG, _ORG, _ORG, _N),
        Subject.VOICE: (_ORG, _N, _ORG, _ORG, _N),
        Subject.PERSON: (_ORG, _ORG, _ORG, _N, _N),
        Subject.AUDIT: (_ALL, _N, _N, _N, _N),
        Subject.RULE: (_ORG, _ORG, _ORG, _N, _N),
    },
    Role.AUDITOR: {
        Subject.AUDIT: (_ALL, _N, _N, _N, _N),
        Subject.PERSON: (_ORG, _N, _N, _N, _N),
    },
}  # fmt: skip

RIGHTS: dict[tuple[Role, Subject, Act], Scope] = {
    (role, subject, act): scope
    for role, row in _ROWS.items()
    for subject, cells in row.items()
    for act, scope in zip(Act, cells, strict=True)
}


class Ownable(Protocol):
    """What the columns of ``Owned`` look like from here."""

    @property
    def organisation_id(self) -> int: ...

    @property
    def team_id(self) -> int | None: ...

    @property
    def owner_id(self) -> int | None: ...


M = TypeVar("M", bound=Model)


def scope_of(viewer: Viewer, subject: Subject, act: Act) -> Scope:
    """The widest scope that any of the viewer's roles gives."""
    if viewer.is_system:
        return Scope.ALL
    reaches = (RIGHTS.get((role, subject, act), Scope.NONE) for role in viewer.roles)
    return max(reaches, default=Scope.NONE)


def narrow(
    viewer: Viewer, queryset: QuerySet[M], subject: Subject, act: Act = Act.SEE
) -> QuerySet[M]:
    """The records of ``queryset`` that the viewer may do ``act`` to; empty for NONE."""
    match scope_of(viewer, subject, act):
        case Scope.ALL:
            return queryset
        case Scope.ORGANISATION:
            return queryset.filter(organisation_id=viewer.organisation_id)
        case Scope.TEAM:
            mine = Q(owner_id=viewer.person_id) | Q(team_id__in=viewer.team_ids)
            tray = Q(owner_id=None, team_id=None)
            return queryset.filter(mine | tray, organisation_id=viewer.organisation_id)
        case Scope.OWN:
            return queryset.filter(
                organisation_id=viewer.organisation_id, owner_id=viewer.person_id
            )
        case _:
            return queryset.none()


def can(viewer: Viewer, subject: Subject, act: Act, record: Ownable | None = None) -> bool:
    """Whether the viewer may do it: at all, or to this record where one is given."""
    scope = scope_of(viewer, subject, act)
    if record is None or scope in (Scope.NONE, Scope.ALL):
        return scope is not Scope.NONE
    if record.organisation_id != viewer.organisation_id:
        return False
    is_own = record.owner_id is not None and record.owner_id == viewer.person_id
    if scope is Scope.OWN:
        return is_own
    is_tray = record.owner_id is None and record.team_id is None
    return scope is Scope.ORGANISATION or is_own or is_tray or record.team_id in viewer.team_ids


SUBJECT_NAMES = {
    Subject.INTAKE: "收件",
    Subject.PAGE: "网页",
    Subject.COMPANY: "企业",
    Subject.CONTACT: "联系人",
    Subject.PROPERTY: "载体",
    Subject.OFFER: "房源",
    Subject.ENQUIRY: "需求",
    Subject.SHEET: "推荐单",
    Subject.REGISTRATION: "报备",
    Subject.CLAIM: "首谈首报",
    Subject.PROJECT: "项目",
    Subject.PROBLEM: "问题",
    Subject.INSPECTION: "检查",
    Subject.REMINDER: "提醒",
    Subject.ARTICLE: "文章",
    Subject.VOICE: "读者来信",
    Subject.OVERVIEW: "领导页",
    Subject.PERSON: "人员",
    Subject.RULE: "规则",
    Subject.AUDIT: "审计记录",
}
ACT_NAMES = {
    Act.SEE: "查看",
    Act.MAKE: "新建",
    Act.CHANGE: "修改",
    Act.PUBLISH: "发布",
    Act.REVEAL: "查看完整",
}


def require(viewer: Viewer, subject: Subject, act: Act, record: Ownable | None = None) -> None:
    """Raises: NotAllowed, with a sentence that says whom to ask."""
    if not can(viewer, subject, act, record):
        raise NotAllowed(
            f"您的角色不能{ACT_NAMES[act]}这{'类' if record is None else '条'}"
            f"{SUBJECT_NAMES[subject]}：请联系本单位科长或管理员"
        )
