"""Sending over the channel of a key, with what the environment says of it."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Protocol, cast

from zhuchao.ground.channels.folders import ChannelFolder, channel_keys, folder_of
from zhuchao.ground.channels.outcome import Message, Outcome


class Channel(Protocol):
    """The module ``channel.py`` of a folder; it never raises for what the other side does."""

    def send(
        self, message: Message, recipient: str, *, told: Mapping[str, Any], texts: Mapping[str, str]
    ) -> Outcome: ...


def is_ready(key: str) -> bool:
    """Whether all that the channel needs is set."""
    told = _told(key)
    return all(told.get(each.key) for each in folder_of(key).settings if each.is_needed)


def ready_channels() -> tuple[ChannelFolder, ...]:
    """Those over which something can be sent from here, in order."""
    return tuple(folder_of(key) for key in channel_keys() if is_ready(key))


def send(key: str, message: Message, recipient: str) -> Outcome:
    """Send one message once; what came of it."""
    channel = cast("Channel", import_module(f"{__package__}.{key}.channel"))
    return channel.send(message, recipient, told=_told(key), texts=folder_of(key).texts)


def _told(key: str) -> Mapping[str, Any]:
    # Commands that read the environment's settings alone ask the folders, and need no Django.
    from django.conf import settings  # noqa: PLC0415

    return cast("Mapping[str, Any]", settings.ZHUCHAO_CHANNELS.get(key, {}))
