"""Bringing a person into the house from the command line."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from zhuchao.apps.people.viewer import ROLE_NAMES, SYSTEM, Role

# What a role may be called on the command line: its identifier or its Chinese name.
ROLES = {
    name: role
    for role in Role
    if role is not Role.VISITOR
    for name in (role.value, ROLE_NAMES[role])
}


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who comes, and as what; without an organisation the one that takes public enquiries."""

    sign_in: str
    name: str
    role: Role
    organisation: str = ""
    team: str = ""


def bring_in(newcomer: Newcomer) -> str:
    """Make the person with a role; gives the first password, which stands nowhere else."""
    from django.db import transaction

    from zhuchao.apps.people import selectors, services

    password = secrets.token_urlsafe(9)
    with transaction.atomic():
        organisation_id, team_id = selectors.place_named(
            SYSTEM, organisation=newcomer.organisation, team=newcomer.team
        )
        person = services.create_person(
            SYSTEM, sign_in=newcomer.sign_in, display_name=newcomer.name, password=password
        )
        services.assign_role(
            SYSTEM,
            person_id=person.pk,
            organisation_id=organisation_id,
            role=newcomer.role,
            team_id=team_id,
        )
    return password
