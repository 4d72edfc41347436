"""What the law says of words that are to be published: the lint of an editor's own text."""

from zhuchao.core.compliance.advertising import lint

__all__ = ["lint"]
