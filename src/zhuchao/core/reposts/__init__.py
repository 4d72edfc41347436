"""Reposts: one article under several addresses, told by what its text shares with another's."""

from zhuchao.core.reposts.sketching import MIN_AGREEING, Sketch, is_repost, sketch_of

__all__ = ["MIN_AGREEING", "Sketch", "is_repost", "sketch_of"]
