"""What changes hands with a person's work besides enquiries: registers above this one say so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from zhuchao.apps.people.viewer import Subject, Viewer

if TYPE_CHECKING:
    from django.db.models import Model


class Handable(Protocol):
    """A record with hands to come into."""

    pk: Any
    owner_id: int | None
    team_id: int | None

    def save(self, *, update_fields: Iterable[str]) -> None: ...


@dataclass(frozen=True, slots=True)
class Belonging:
    """A kind of record that goes with a person's work.

    ``rows`` gives those of a person that the viewer may hand over, locked; ``enquiries`` the
    enquiries from which they came, which go along.
    """

    kind: str
    subject: Subject
    table: type[Model]
    rows: Callable[[Viewer, int], Iterable[Handable]]
    enquiries: Callable[[Iterable[Handable]], Iterable[int]] = lambda rows: ()


REGISTER: dict[str, Belonging] = {}


def register(belonging: Belonging) -> None:
    """Let this kind go with every hand-over of all work, and come back with it."""
    REGISTER[belonging.kind] = belonging
