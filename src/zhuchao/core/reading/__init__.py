"""Reading: bytes or text of a page become its fields, its body, and what was cut away."""

from zhuchao.core.reading.page import looks_like_page, read

__all__ = ["looks_like_page", "read"]
