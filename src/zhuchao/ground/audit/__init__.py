"""One append-only, hash-chained log: ``record`` in the act's transaction, then ``verify``."""

from zhuchao.ground.audit.chain import Entry, Verification, has_act, latest, record, verify

__all__ = ["Entry", "Verification", "has_act", "latest", "record", "verify"]
