"""One append-only, hash-chained log: ``record`` in the act's transaction, then ``verify``."""

from zhuchao.ground.audit.chain import Entry, Verification, latest, record, verify

__all__ = ["Entry", "Verification", "latest", "record", "verify"]
