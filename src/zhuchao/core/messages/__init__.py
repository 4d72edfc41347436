"""Messages: one pasted line or a few become an enquiry, an offer, or neither."""

from zhuchao.core.messages.parsing import parse

__all__ = ["parse"]
