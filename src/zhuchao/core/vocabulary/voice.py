"""What readers say of a page: the grounds of a takedown, the line of copyright, what is flagged."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TakedownGround:
    """Why a page should go: whether it is hidden meanwhile, and in how many working days decided.

    ``status`` is what the page's address answers once it is gone.
    """

    key: str
    name: str
    help: str
    hides: bool
    days: int
    status: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """What is known of where a page's text comes from."""

    is_official: bool
    source: str = ""
    has_address: bool = False


@dataclass(frozen=True, slots=True)
class CreditRule:
    """A line that stands under texts of one provenance; None asks for nothing."""

    key: str
    line: str
    official: bool | None = None
    source: bool | None = None
    address: bool | None = None

    def fits(self, provenance: Provenance) -> bool:
        asked = (
            (self.official, provenance.is_official),
            (self.source, bool(provenance.source)),
            (self.address, provenance.has_address),
        )
        return all(wanted is None or wanted == given for wanted, given in asked)


@dataclass(frozen=True, slots=True)
class Promotion:
    """A word of advertisements, or one that leads to a contact."""

    word: str
    kind: str


def credit_of(
    rules: tuple[CreditRule, ...], provenance: Provenance, *, chosen: str = ""
) -> CreditRule:
    """The first rule that fits; where an editor has ``chosen`` a key, the first of that key.

    Raises: LookupError, where none fits: the table holds one for each.
    """
    for rule in rules:
        is_asked = rule.key == chosen if chosen else rule.key != PERMITTED
        if is_asked and rule.fits(provenance):
            return rule
    raise LookupError(chosen or provenance)


# No provenance tells that somebody gave permission: an editor says so.
PERMITTED = "permitted"
