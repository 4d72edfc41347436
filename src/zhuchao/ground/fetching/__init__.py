"""Fetching an address: public ones only, every redirect looked at, size and time limited."""

from zhuchao.ground.fetching.answers import Fetched, Moved, Turned, Unchanged, Version
from zhuchao.ground.fetching.fetch import ROBOT, Door, ask, fetch

__all__ = ["ROBOT", "Door", "Fetched", "Moved", "Turned", "Unchanged", "Version", "ask", "fetch"]
