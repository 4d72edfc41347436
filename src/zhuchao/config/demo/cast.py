"""The people of the demonstration: organisations, teams, persons and what they are."""

from __future__ import annotations

from collections.abc import Mapping

from zhuchao.apps.people import services
from zhuchao.apps.people.selectors import viewer_of
from zhuchao.apps.people.viewer import SYSTEM, Role, Viewer
from zhuchao.config.demo.content import Entry, document

Cast = Mapping[str, Viewer]


def bring_in() -> Cast:
    """Make organisations, teams and persons; gives each person's viewer by sign-in."""
    written = document("people")
    organisations, teams = {}, {}
    for entry in written["organisation"]:
        made = services.create_organisation(
            SYSTEM,
            name=entry["name"],
            kind=entry["kind"],
            takes_public_enquiries=entry["takes_public_enquiries"],
        )
        organisations[entry["key"]] = made.pk
        for name in entry["teams"]:
            teams[name] = services.create_team(SYSTEM, organisation_id=made.pk, name=name).pk
    return {
        person["sign_in"]: _enter(person, written["password"], organisations, teams)
        for person in written["person"]
    }


def _enter(
    entry: Entry, password: str, organisations: Mapping[str, int], teams: Mapping[str, int]
) -> Viewer:
    person = services.create_person(
        SYSTEM, sign_in=entry["sign_in"], display_name=entry["name"], password=password
    )
    services.assign_role(
        SYSTEM,
        person_id=person.pk,
        organisation_id=organisations[entry["organisation"]],
        role=Role(entry["role"]),
        team_id=teams.get(entry["team"]),
    )
    return viewer_of(person)
