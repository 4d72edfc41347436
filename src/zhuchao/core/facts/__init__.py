"""What a text states: figures and names, and the measures and events that link them."""

from zhuchao.core.facts.finding import find

__all__ = ["find"]
