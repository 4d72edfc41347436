"""A term: one thing that a demand asks for or an offer states, in the form both sides share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from zhuchao.core.vocabulary.read import Read


class Stance(StrEnum):
    """How firmly a demand means a term. An offer's terms are always HARD."""

    HARD = "hard"
    SOFT = "soft"
    EXCLUDED = "excluded"


class FieldKey(StrEnum):
    """What a term is about; labels, units and forms stand in ``tables/fields.toml``."""

    INTENT = "intent"
    KIND = "kind"
    LAYOUT = "layout"
    PLACE = "place"
    AREA = "area"
    LAND_AREA = "land_area"
    YARD_AREA = "yard_area"
    MINIMUM_LET = "minimum_let"
    HEIGHT = "height"
    LOAD = "load"
    CRANE = "crane"
    LIFT = "lift"
    DOCK = "dock"
    POWER = "power"
    DUAL_FEED = "dual_feed"
    GAS = "gas"
    STEAM = "steam"
    SEWAGE = "sewage"
    DISCHARGE_QUOTA = "discharge_quota"
    FIRE_CLASS = "fire_class"
    SPRINKLER = "sprinkler"
    EIA = "eia"
    EXCLUDED_TRADE = "excluded_trade"
    REGISTERABLE = "registerable"
    TITLE = "title"
    LAND_OWNERSHIP = "land_ownership"
    TENURE = "tenure"
    MORTGAGE = "mortgage"
    LOAN = "loan"
    RENT = "rent"
    SALE_PRICE = "sale_price"
    TOTAL_PRICE = "total_price"
    LAND_PRICE = "land_price"
    PROPERTY_FEE = "property_fee"
    VAT = "vat"
    DEPOSIT = "deposit"
    RENT_FREE = "rent_free"
    TERM = "term"
    MOVE_IN = "move_in"
    TRADE = "trade"
    INVESTMENT = "investment"
    REGISTERED_CAPITAL = "registered_capital"
    OUTPUT = "output"
    TAX = "tax"
    INTENSITY = "intensity"
    FAR = "far"
    CLEARED_SITE = "cleared_site"
    RAIL = "rail"
    ENERGY = "energy"
    JOBS = "jobs"
    DORMITORY = "dormitory"
    COMPANY = "company"
    PERSON = "person"
    TELEPHONE = "telephone"
    RELATION = "relation"
    CONFIDENTIAL = "confidential"


MACHINES = frozenset({FieldKey.CRANE, FieldKey.LIFT, FieldKey.DOCK})


@dataclass(frozen=True, slots=True)
class Amount:
    """A closed range in the field's base unit; a None bound is open. At least one is set.

    ``about`` marks 左右 / 约: the bounds then already hold the default margin and the term's
    state is INFERRED. ``per`` names what it counts for ("year", "mu", "1000m2") or is empty.
    """

    low: float | None
    high: float | None
    about: bool = False
    per: str = ""


@dataclass(frozen=True, slots=True)
class Machines:
    """Cranes, lifts or docks: how many, and how many tonnes each; None where not told.

    ``others`` are those of further kinds, in the order told; none of them has others itself.
    """

    count: int | None
    tonnes: float | None
    others: tuple[Machines, ...] = ()

    @property
    def kinds(self) -> tuple[Machines, ...]:
        """One for each kind, the first told first."""
        return (Machines(self.count, self.tonnes), *self.others)


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place as written, with its GB/T 2260 code; ``code`` is empty for a region without one."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class TradeRef:
    """A trade as written, with its GB/T 4754 code; ``code`` is empty for one without a class."""

    name: str
    code: str


Value = (
    Amount | Machines | str | bool | tuple[str, ...] | tuple[PlaceRef, ...] | tuple[TradeRef, ...]
)


@dataclass(frozen=True, slots=True)
class Term:
    """One field of a message or of an offer; ``floor`` is "" for the whole, else "1" or "2-4"."""

    key: FieldKey
    read: Read[Value]
    stance: Stance = Stance.HARD
    floor: str = ""
