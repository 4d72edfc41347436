"""A park's plan as both faces show it: numbered shapes, their states in words, and a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhuchao.faces.hand.sheets import Classified, classified
from zhuchao.faces.hand.words import Word, word

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Offer
    from zhuchao.apps.properties.selectors import Planned, Spot

# A name below the number takes so much of a field of a thousand, and so much a character.
NAME_TALL, NAME_STEP, SMALL = 84.0, 17.0, 90.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A spot as it is drawn; ``address`` is empty where there is nothing to open."""

    spot: Spot
    state: Word
    address: str
    items: tuple[tuple[Classified, str, Word], ...]

    @property
    def words(self) -> str:
        """What a screen reader and a pointer are told."""
        count = f"，{len(self.items)} 处房源" if self.items else ""
        return f"{self.spot.number} 号 {self.spot.outline.name}：{self.state.text}{count}"

    @property
    def is_small(self) -> bool:
        """Whether the number needs small figures."""
        return self.spot.outline.wide < SMALL

    @property
    def has_room(self) -> bool:
        """Whether the name fits inside the shape."""
        outline = self.spot.outline
        return outline.tall > NAME_TALL and outline.wide > NAME_STEP * len(outline.name)


@dataclass(frozen=True, slots=True)
class PlanView:
    """``legend`` are the states that stand on the plan, in the order of the words' table."""

    planned: Planned
    placed: tuple[Placed, ...]
    beside: tuple[tuple[Classified, str, Word], ...]
    legend: tuple[tuple[str, Word], ...]

    @property
    def empty(self) -> tuple[Placed, ...]:
        """What is drawn and has no offers: the list names it besides."""
        return tuple(each for each in self.placed if not each.items)

    @property
    def offer_count(self) -> int:
        return sum(len(each.items) for each in self.placed) + len(self.beside)


def plan_view(
    planned: Planned,
    *,
    kind: str,
    offer_address: Callable[[Offer], str],
    carrier_address: Callable[[Spot], str] | None = None,
) -> PlanView:
    """``kind`` names the words of the states; a spot with one offer leads straight to it."""

    def items(offers: tuple[Offer, ...]) -> tuple[tuple[Classified, str, Word], ...]:
        return tuple((classified(o), offer_address(o), word(kind, o.state)) for o in offers)

    def address(spot: Spot) -> str:
        if len(spot.offers) == 1:
            return offer_address(spot.offers[0])
        if spot.offers:
            return f"#spot-{spot.number}"
        return carrier_address(spot) if carrier_address is not None else ""

    placed = tuple(
        Placed(spot, word(kind, spot.state), address(spot), items(spot.offers))
        for spot in planned.spots
    )
    states = dict.fromkeys(each.spot.state for each in placed)
    legend = tuple((state, word(kind, state)) for state in states)
    return PlanView(planned, placed, items(planned.beside), legend)
