"""A text that a person types: what is wrong with it is said in words to act on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

TOLD = {
    "max_length": "太长了：最多 %(limit_value)d 字，现在是 %(show_value)d 字。",
    "null_characters_not_allowed": "含有看不见、也无法保存的字符：请删去后重新输入。",
}


class TextField(forms.CharField):
    """A CharField whose own errors are told in plain Chinese."""

    def __init__(self, *, error_messages: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(error_messages=TOLD | dict(error_messages or {}), **kwargs)
