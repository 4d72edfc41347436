"""Zhuchao 筑巢: attracting investment, from a page or a message to a project."""

__version__ = "0.1.0"
