"""What is said of the demonstration without Django: the sign-ins, and how much was made."""

from __future__ import annotations

from dataclasses import dataclass

from zhuchao.apps.people.viewer import ROLE_NAMES, Role
from zhuchao.config.demo.content import document


@dataclass(frozen=True, slots=True)
class SignIn:
    """What somebody types to look around as one of the cast; ``role`` is the Chinese name."""

    role: str
    name: str
    sign_in: str
    password: str


@dataclass(frozen=True, slots=True)
class Summary:
    """How much was made; all zero when the house was set up already and nothing was touched."""

    people: int = 0
    carriers: int = 0
    offers: int = 0
    enquiries: int = 0
    projects: int = 0
    articles: int = 0
    pages: int = 0

    @property
    def is_empty(self) -> bool:
        return self == Summary()


def sign_ins() -> tuple[SignIn, ...]:
    """Everybody who can sign in to the demonstration, in the order of the content file."""
    written = document("people")
    return tuple(
        SignIn(
            ROLE_NAMES[Role(person["role"])],
            person["name"],
            person["sign_in"],
            written["password"],
        )
        for person in written["person"]
    )
