"""Setting up organisations and teams, and giving people their roles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.models import AdoptedPack, Membership, Organisation, Person, Team
from zhuchao.apps.people.rights import require, scope_of
from zhuchao.apps.people.viewer import Act, Role, Scope, Subject, Viewer
from zhuchao.core.errors import NotAllowed, NotFound, Refused
from zhuchao.tables.kinds import checked

# Which of Wagtail's own groups a role belongs to.
WAGTAIL_GROUPS = {Role.EDITOR: "Moderators", Role.ADMINISTRATOR: "Moderators"}


@transaction.atomic
def create_organisation(
    viewer: Viewer, *, name: str, kind: str = "park", takes_public_enquiries: bool = False
) -> Organisation:
    """Raises: Refused, when the name is taken or another already takes public enquiries."""
    if scope_of(viewer, Subject.PERSON, Act.MAKE) is not Scope.ALL:
        raise NotAllowed("新建单位由系统安装者在服务器上完成：请联系他")
    if Organisation.objects.filter(name=name).exists():
        raise Refused(f"单位“{name}”已经存在")
    if takes_public_enquiries and Organisation.objects.filter(takes_public_enquiries=True).exists():
        raise Refused("门户需求只能由一个单位接收：请先取消原来的单位")
    made = Organisation.objects.create(
        name=name, kind=kind, takes_public_enquiries=takes_public_enquiries
    )
    log(viewer, "create_organisation", Subject.PERSON, made, name=name)
    return made


@transaction.atomic
def create_team(viewer: Viewer, *, organisation_id: int, name: str) -> Team:
    require(viewer, Subject.PERSON, Act.MAKE, _Place(organisation_id))
    made = Team.objects.create(organisation_id=organisation_id, name=name)
    log(viewer, "create_team", Subject.PERSON, made, name=name)
    return made


@transaction.atomic
def create_person(viewer: Viewer, *, sign_in: str, display_name: str, password: str) -> Person:
    """Raises: Refused, when the sign-in is taken or the password is too weak."""
    require(viewer, Subject.PERSON, Act.MAKE)
    try:
        validate_password(password)
    except ValidationError as error:
        raise Refused("密码不合要求：" + "；".join(error.messages)) from error
    person = Person(sign_in=sign_in.strip(), display_name=display_name.strip())
    if not person.sign_in or not person.display_name:
        raise Refused("账号和姓名都要填写")
    person.set_password(password)
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError as error:
        raise Refused(f"账号“{sign_in}”已被使用，请换一个") from error
    log(viewer, "create_person", Subject.PERSON, person)
    return person


@transaction.atomic
def assign_role(
    viewer: Viewer, *, person_id: int, organisation_id: int, role: Role, team_id: int | None = None
) -> None:
    """Give a person a role; editors and administrators also enter the editors' page tree.

    Raises: Refused, when the team is another organisation's.
    """
    require(viewer, Subject.PERSON, Act.CHANGE, _Place(organisation_id))
    team = None
    if team_id is not None:
        team = Team.objects.filter(pk=team_id, organisation_id=organisation_id).first()
        if team is None:
            raise Refused("这个小组不属于该单位：请选择该单位的小组")
    membership, _ = Membership.objects.get_or_create(
        person_id=person_id, organisation_id=organisation_id, team=team, role=role.value
    )
    _open_editors_pages(person_id)
    log(viewer, "assign_role", Subject.PERSON, membership, role=role.value)


@transaction.atomic
def withdraw_role(viewer: Viewer, *, person_id: int, organisation_id: int, role: Role) -> None:
    """Take a role back, in every team of the organisation. Raises: Refused, when it is not held."""
    require(viewer, Subject.PERSON, Act.CHANGE, _Place(organisation_id))
    held = Membership.objects.filter(
        person_id=person_id, organisation_id=organisation_id, role=role.value
    )
    first = held.order_by("pk").first()
    if first is None:
        raise Refused("这个人没有该角色，不需要收回")
    log(viewer, "withdraw_role", Subject.PERSON, first, role=role.value)
    held.delete()
    _open_editors_pages(person_id)


@transaction.atomic
def adopt_pack(viewer: Viewer, *, kind: str, text: str, adopted_from: date) -> AdoptedPack:
    """Go by this rule pack from that day on; of one key the later adoption holds.

    Raises: NotAllowed; NotFound, for an unknown kind; BrokenTable, when the text does not hold
    together; Refused, when another text of that key was adopted from the same day.
    """
    require(viewer, Subject.RULE, Act.MAKE)
    pack, organisation_id = checked(kind, text), _organisation_of(viewer)
    same_day = AdoptedPack.objects.filter(
        organisation_id=organisation_id, kind=kind, key=pack.key, adopted_from=adopted_from
    )
    known = same_day.first()
    if known is not None and (known.content != text or known.ended_on is not None):
        raise Refused(f"“{pack.title}”当天已有一次采用：请换一个采用日期")
    if known is not None:
        return known
    made = AdoptedPack.objects.create(
        organisation_id=organisation_id,
        kind=kind,
        key=pack.key,
        version=pack.version,
        title=pack.title[:120],
        content=text,
        adopted_from=adopted_from,
        adopted_by_id=viewer.person_id,
    )
    log(viewer, "adopt_pack", Subject.RULE, made, kind=kind, key=pack.key, version=pack.version)
    return made


@transaction.atomic
def end_pack(viewer: Viewer, pack_id: int, *, ended_on: date) -> AdoptedPack:
    """Go by an adopted pack no longer from that day on.

    Raises: NotAllowed, NotFound; Refused, when it ended already or would end before it began.
    """
    require(viewer, Subject.RULE, Act.CHANGE)
    mine = AdoptedPack.objects.filter(organisation_id=_organisation_of(viewer))
    adopted = mine.select_for_update().filter(pk=pack_id).first()
    if adopted is None:
        raise NotFound("没有这条采用记录，或不在您的范围内")
    if adopted.ended_on is not None:
        raise Refused(f"“{adopted.title}”已于 {adopted.ended_on} 停用")
    if ended_on < adopted.adopted_from:
        raise Refused(f"停用日期不能早于采用日期 {adopted.adopted_from}")
    adopted.ended_on = ended_on
    adopted.save(update_fields=["ended_on"])
    log(viewer, "end_pack", Subject.RULE, adopted, key=adopted.key)
    return adopted


def _organisation_of(viewer: Viewer) -> int:
    if viewer.organisation_id is None:
        raise NotAllowed("您还不属于任何单位：请管理员先为您分配单位和角色")
    return viewer.organisation_id


@dataclass(frozen=True, slots=True)
class _Place:
    """An organisation as the record that a right is asked about."""

    organisation_id: int
    team_id: int | None = None
    owner_id: int | None = None


def _open_editors_pages(person_id: int) -> None:
    """Wagtail's groups follow from the roles: they are opened and closed here only."""
    person = Person.objects.get(pk=person_id)
    roles = {Role(held) for held in person.memberships.values_list("role", flat=True)}
    names = {WAGTAIL_GROUPS[role] for role in roles if role in WAGTAIL_GROUPS}
    person.groups.set(Group.objects.filter(name__in=names))
    person.is_superuser = Role.ADMINISTRATOR in roles
    person.save(update_fields=["is_superuser"])
