"""Who somebody is, and who else is there."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from zhuchao.apps.people.models import AdoptedPack, Membership, Organisation, Person, Team
from zhuchao.apps.people.rights import require, scope_of
from zhuchao.apps.people.viewer import PUBLIC, Act, Role, Scope, Subject, Viewer
from zhuchao.core.errors import NotFound


def viewer_of(person: AbstractBaseUser | AnonymousUser) -> Viewer:
    """The viewer that a signed-in person is; PUBLIC for anybody else."""
    if not isinstance(person, Person) or not person.is_active:
        return PUBLIC
    memberships = list(person.memberships.order_by("pk"))
    organisation_id = memberships[0].organisation_id if memberships else None
    here = [each for each in memberships if each.organisation_id == organisation_id]
    return Viewer(
        person_id=person.pk,
        organisation_id=organisation_id,
        team_ids=frozenset(each.team_id for each in here if each.team_id is not None),
        roles=frozenset(Role(each.role) for each in here),
        name=person.sign_in,
    )


def default_organisation_id() -> int:
    """The organisation that public enquiries go to. Raises: NotFound, when none is set up."""
    first = Organisation.objects.order_by("-takes_public_enquiries", "pk").first()
    if first is None:
        raise NotFound("还没有建立任何单位：请管理员先完成初始设置")
    return first.pk


def people_of(viewer: Viewer) -> QuerySet[Person]:
    """The colleagues that the viewer may know of, by name."""
    scope = scope_of(viewer, Subject.PERSON, Act.SEE)
    people = Person.objects.filter(is_active=True).order_by("display_name", "pk")
    if scope is Scope.ALL:
        return people
    if scope is Scope.NONE or viewer.organisation_id is None:
        return people.none()
    return people.filter(memberships__organisation_id=viewer.organisation_id).distinct()


def section_heads(viewer: Viewer) -> QuerySet[Person]:
    """Whom of the viewer's organisation to turn to."""
    return holders_of(viewer, Role.SECTION_HEAD)


def holders_of(viewer: Viewer, role: Role) -> QuerySet[Person]:
    """Who holds a role in the viewer's organisation, by name."""
    organisation_id = viewer.organisation_id or 0
    here = Membership.objects.filter(role=role, organisation_id=organisation_id)
    return people_of(viewer).filter(pk__in=here.values("person_id"))


def organisation_ids(viewer: Viewer) -> list[int]:
    """The houses for which the viewer works: all of them for the machine, else the own one."""
    if viewer.is_system:
        return list(Organisation.objects.order_by("pk").values_list("pk", flat=True))
    return [] if viewer.organisation_id is None else [viewer.organisation_id]


def colleague(viewer: Viewer, person_id: int) -> Viewer:
    """The viewer that a colleague is. Raises: NotFound, for who is not of the same organisation."""
    found = people_of(viewer).filter(pk=person_id).first()
    theirs = viewer_of(found) if found is not None else None
    if theirs is None or theirs.organisation_id != viewer.organisation_id:
        raise NotFound("没有这位同事，或已不在本单位")
    return theirs


def roles_of(viewer: Viewer) -> tuple[Role, ...]:
    """The viewer's roles in the order of the role list."""
    return tuple(role for role in Role if role in viewer.roles)


def has_organisation(viewer: Viewer) -> bool:
    """Whether anybody set the house up yet; the answer is the same for every viewer."""
    return Organisation.objects.exists() or Membership.objects.exists()


def place_named(
    viewer: Viewer, *, organisation: str = "", team: str = ""
) -> tuple[int, int | None]:
    """The organisation and team of these names; without a name the default one, and no team.

    Raises: NotAllowed, or NotFound when there is none of that name.
    """
    require(viewer, Subject.PERSON, Act.SEE)
    organisation_id = default_organisation_id()
    if organisation:
        found = Organisation.objects.filter(name=organisation).first()
        if found is None:
            raise NotFound(f"没有名为“{organisation}”的单位")
        organisation_id = found.pk
    if not team:
        return organisation_id, None
    known = Team.objects.filter(organisation_id=organisation_id, name=team).first()
    if known is None:
        raise NotFound(f"该单位没有名为“{team}”的小组")
    return organisation_id, known.pk


def adopted_packs(viewer: Viewer) -> QuerySet[AdoptedPack]:
    """What the viewer's organisation ever adopted, kind by kind, the latest first.

    Raises: NotAllowed.
    """
    require(viewer, Subject.RULE, Act.SEE)
    mine = AdoptedPack.objects.filter(organisation_id=viewer.organisation_id or 0)
    return mine.select_related("adopted_by").order_by("kind", "-adopted_from", "-pk")


def packs_in_force(viewer: Viewer, kind: str, on: date) -> tuple[AdoptedPack, ...]:
    """By which packs of the kind the organisation goes on that day, the latest adopted first.

    Of one key the latest adoption that has begun holds, unless it has ended. Raises: NotAllowed.
    """
    begun = adopted_packs(viewer).filter(kind=kind, adopted_from__lte=on)
    latest: dict[str, AdoptedPack] = {}
    for each in begun:
        latest.setdefault(each.key, each)
    return tuple(p for p in latest.values() if p.ended_on is None or p.ended_on > on)
