"""Setting up organisations and teams, and giving people their roles."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.models import Membership, Organisation, Person, Team
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Role, Subject, Viewer
from zhuchao.core.errors import Refused

# Which of Wagtail's own groups a role belongs to.
WAGTAIL_GROUPS = {Role.EDITOR: "Moderators", Role.ADMINISTRATOR: "Moderators"}


@transaction.atomic
def create_organisation(
    viewer: Viewer, *, name: str, kind: str = "park", takes_public_enquiries: bool = False
) -> Organisation:
    require(viewer, Subject.PERSON, Act.MAKE)
    if Organisation.objects.filter(name=name).exists():
        raise Refused(f"单位“{name}”已经存在")
    made = Organisation.objects.create(
        name=name, kind=kind, takes_public_enquiries=takes_public_enquiries
    )
    log(viewer, "create_organisation", Subject.PERSON, made, name=name)
    return made


@transaction.atomic
def create_team(viewer: Viewer, *, organisation_id: int, name: str) -> Team:
    require(viewer, Subject.PERSON, Act.MAKE)
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
    """Give a person a role; editors and administrators also enter the editors' page tree."""
    require(viewer, Subject.PERSON, Act.CHANGE)
    membership, _ = Membership.objects.get_or_create(
        person_id=person_id, organisation_id=organisation_id, team_id=team_id, role=role.value
    )
    person = Person.objects.get(pk=person_id)
    if role in WAGTAIL_GROUPS:
        person.groups.add(Group.objects.get(name=WAGTAIL_GROUPS[role]))
    if role is Role.ADMINISTRATOR:
        person.is_superuser = True
        person.save(update_fields=["is_superuser"])
    log(viewer, "assign_role", Subject.PERSON, membership, role=role.value)
