"""Channels are folders alike; one more is one more folder."""

from __future__ import annotations

import re
from typing import Any

import pytest

from zhuchao.config.env import FORMS
from zhuchao.ground.channels import channel_keys, folder_of, ready_channels
from zhuchao.ground.channels.folders import FILES, HERE


def folders() -> dict[str, set[str]]:
    return {
        each.name: {file.name for file in each.iterdir() if file.is_file()}
        for each in HERE.iterdir()
        if each.is_dir() and each.name != "__pycache__"
    }


def test_every_folder_holds_the_same_files_and_is_a_channel() -> None:
    found = folders()

    assert set(found) == set(channel_keys()) >= {"email", "wecom"}
    assert set(map(frozenset, found.values())) == {frozenset(FILES)}


@pytest.mark.parametrize("key", channel_keys())
def test_a_folder_says_what_it_needs_and_in_which_words(key: str) -> None:
    folder = folder_of(key)

    assert re.compile(folder.recipient.pattern)
    assert all(each.form in FORMS for each in folder.settings)
    assert any(each.is_needed for each in folder.settings)
    assert all(folder.texts.values())


def test_a_channel_without_its_settings_is_not_ready(settings: Any) -> None:
    settings.ZHUCHAO_CHANNELS = {"email": {"host": "", "sender": ""}}

    assert ready_channels() == ()


def test_what_others_read_along_is_the_channels_own_word() -> None:
    assert folder_of("wecom").is_shared
    assert not folder_of("email").is_shared
