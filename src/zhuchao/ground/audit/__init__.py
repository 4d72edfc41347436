"""One append-only, hash-chained log: ``record`` in the act's transaction, then ``verify``."""

from zhuchao.ground.audit.chain import (
    Entry,
    Told,
    Verification,
    about,
    has_act,
    head,
    holds,
    latest,
    record,
    record_all,
    touched,
    verify,
)

__all__ = [
    "Entry",
    "Told",
    "Verification",
    "about",
    "has_act",
    "head",
    "holds",
    "latest",
    "record",
    "record_all",
    "touched",
    "verify",
]
