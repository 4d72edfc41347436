"""What changes hands with a person's work besides enquiries: registers above this one say so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from zhuchao.apps.people.owned import Hands
from zhuchao.apps.people.viewer import Subject, Viewer

if TYPE_CHECKING:
    from django.db.models import Model


class Handable(Protocol):
    """A record with hands to come into."""

    pk: Any
    owner_id: int | None
    team_id: int | None

    def save(self, *, update_fields: Iterable[str]) -> None: ...


def move(viewer: Viewer, row: Handable, to: Hands) -> Hands:
    """Put a locked row into other hands; whose it was."""
    was = Hands(row.owner_id, row.team_id)
    row.owner_id, row.team_id = to.owner_id, to.team_id
    row.save(update_fields=["owner", "team"])
    return was


def put_back(
    viewer: Viewer, table: type[Model], number: int, holder_id: int | None, was: Hands
) -> bool:
    """Give a row back whose it was; False where ``holder_id`` does not hold it any more."""
    held = table._default_manager.filter(pk=number, owner_id=holder_id)
    return bool(held.update(owner_id=was.owner_id, team_id=was.team_id))


@dataclass(frozen=True, slots=True)
class Belonging:
    """A kind of record that goes with a person's work.

    ``rows`` gives those of a person that the viewer may hand over, locked; ``enquiries`` the
    enquiries from which they came, which go along. ``move`` and ``put_back`` are other than for a
    record with hands where what somebody does with it is its own history.
    """

    kind: str
    subject: Subject
    table: type[Model]
    rows: Callable[[Viewer, int], Iterable[Any]]
    enquiries: Callable[[Iterable[Any]], Iterable[int]] = lambda rows: ()
    move: Callable[[Viewer, Any, Hands], Hands] = move
    put_back: Callable[[Viewer, type[Model], int, int | None, Hands], bool] = put_back


REGISTER: dict[str, Belonging] = {}


def register(belonging: Belonging) -> None:
    """Let this kind go with every hand-over of all work, and come back with it."""
    REGISTER[belonging.kind] = belonging
