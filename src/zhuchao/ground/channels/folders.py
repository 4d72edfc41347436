"""The folders of channels as they are found: their settings, and what a person is asked."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FILES = ("__init__.py", "channel.py", "settings.toml", "texts.toml")


@dataclass(frozen=True, slots=True)
class ChannelSetting:
    """A variable of the environment; ``form`` names how it is parsed, as ``config.env`` knows it.

    A channel is ready once all that ``is_needed`` is set.
    """

    key: str
    name: str
    purpose: str
    form: str
    default: str = ""
    is_secret: bool = False
    is_needed: bool = False


@dataclass(frozen=True, slots=True)
class Recipient:
    """What a person fills in to be reached: its label, help and form (a regular expression).

    ``starts_as`` is the column of a person that holds until then; ``is_on`` before a choice.
    """

    label: str
    help: str
    pattern: str
    wrong: str
    starts_as: str = ""
    is_on: bool = False


@dataclass(frozen=True, slots=True)
class ChannelFolder:
    """A channel as its folder tells it. ``is_shared``: others read along, nothing is named."""

    key: str
    name: str
    order: int
    is_shared: bool
    recipient: Recipient
    settings: tuple[ChannelSetting, ...]
    texts: dict[str, str]


@cache
def channel_keys() -> tuple[str, ...]:
    """In the order in which they are offered."""
    names = [each.name for each in HERE.iterdir() if (each / "settings.toml").is_file()]
    return tuple(sorted(names, key=lambda name: (_toml(name, "settings")["order"], name)))


@cache
def folder_of(key: str) -> ChannelFolder:
    """Raises: KeyError, for none of that key."""
    if key not in channel_keys():
        raise KeyError(key)
    told = _toml(key, "settings")
    return ChannelFolder(
        key=key,
        name=told["name"],
        order=told["order"],
        is_shared=told["is_shared"],
        recipient=Recipient(**told["recipient"]),
        settings=tuple(ChannelSetting(**each) for each in told["setting"]),
        texts=_toml(key, "texts"),
    )


def _toml(key: str, name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / key / f"{name}.toml").read_text("utf-8"))
