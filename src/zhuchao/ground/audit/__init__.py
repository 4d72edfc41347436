"""One append-only, hash-chained log: ``record`` in the act's transaction, then ``verify``."""

from zhuchao.ground.audit.chain import (
    Entry,
    Verification,
    about,
    has_act,
    latest,
    record,
    verify,
)

__all__ = ["Entry", "Verification", "about", "has_act", "latest", "record", "verify"]
