"""Rights as the search keeps them: who may see a record, and as whom a viewer asks.

It repeats ``rights.narrow`` in words that an index holds; what is found is read through the
selectors once more, so that nothing shows that they would not.
"""

from __future__ import annotations

from zhuchao.apps.people.rights import scope_of
from zhuchao.apps.people.viewer import Act, Role, Scope, Subject, Viewer
from zhuchao.ground.finding import PUBLIC, Seen


def holders(organisation_id: int, team_id: int | None, owner_id: int | None) -> tuple[str, ...]:
    """Those who may see a record: its organisation, team and person, or all who share the tray."""
    told = [f"organisation:{organisation_id}"]
    if owner_id is not None:
        told.append(f"person:{organisation_id}:{owner_id}")
    if team_id is not None:
        told.append(f"team:{organisation_id}:{team_id}")
    if owner_id is None and team_id is None:
        told.append(f"tray:{organisation_id}")
    return tuple(told)


def seen_by(viewer: Viewer, subject: Subject, kinds: tuple[str, ...]) -> Seen | None:
    """The records of these kinds that the viewer may see; None where there can be none."""
    scope = scope_of(viewer, subject, Act.SEE)
    if viewer.is_system:
        return Seen(kinds, None)
    if Role.VISITOR in viewer.roles:
        return Seen(kinds, (PUBLIC,)) if scope is Scope.ALL else None
    who = _asks_as(viewer, scope)
    return Seen(kinds, who) if who else None


def _asks_as(viewer: Viewer, scope: Scope) -> tuple[str, ...]:
    home = viewer.organisation_id
    own = f"person:{home}:{viewer.person_id}"
    match scope:
        case Scope.ORGANISATION | Scope.ALL:
            return (f"organisation:{home}",)
        case Scope.TEAM:
            teams = (f"team:{home}:{each}" for each in sorted(viewer.team_ids))
            return (own, f"tray:{home}", *teams)
        case Scope.OWN:
            return (own,)
        case _:
            return ()
