"""What the law says of words: the lint of an editor's own text, and the flags of messages."""

from zhuchao.core.compliance.advertising import lint
from zhuchao.core.compliance.flagging import flags

__all__ = ["flags", "lint"]
