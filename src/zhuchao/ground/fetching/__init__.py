"""Fetching an address: public ones only, every redirect looked at, size and time limited."""

from zhuchao.ground.fetching.fetch import Fetched, fetch

__all__ = ["Fetched", "fetch"]
