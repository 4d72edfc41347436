"""A fictional park with everything in it, to look around in."""

from __future__ import annotations

from datetime import date

from zhuchao.config.demo.signing import SignIn, Summary, sign_ins

__all__ = ["SEED", "SignIn", "Summary", "fill", "sign_ins"]

SEED = 20260101


def fill(*, seed: int = SEED, today: date) -> Summary:
    """Fill an empty house, in one transaction; a house already set up is left as it is."""
    # The registers can be imported only after Django is set up; the sign-ins are read before.
    from zhuchao.config.demo.filling import fill_house

    return fill_house(seed=seed, today=today)
