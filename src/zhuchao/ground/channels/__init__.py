"""Ways on which something reaches a person: one folder each, with the same file names.

A channel is ``channel.py`` (sends one message), ``settings.toml`` (what is set in the environment,
what a person fills in), and ``texts.toml`` (what is written). One more channel is one more folder.
"""

from zhuchao.ground.channels.folders import ChannelFolder, channel_keys, folder_of
from zhuchao.ground.channels.outcome import Message, Outcome, Result
from zhuchao.ground.channels.sending import is_ready, ready_channels, send

__all__ = [
    "ChannelFolder",
    "Message",
    "Outcome",
    "Result",
    "channel_keys",
    "folder_of",
    "is_ready",
    "ready_channels",
    "send",
]
