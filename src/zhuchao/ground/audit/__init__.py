"""One append-only, hash-chained log: ``record`` in the act's transaction, then ``verify``."""

from zhuchao.ground.audit.chain import (
    Entry,
    Verification,
    about,
    has_act,
    head,
    holds,
    latest,
    record,
    touched,
    verify,
)

__all__ = [
    "Entry",
    "Verification",
    "about",
    "has_act",
    "head",
    "holds",
    "latest",
    "record",
    "touched",
    "verify",
]
