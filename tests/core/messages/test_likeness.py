"""Characters tell a town's name from a word."""

from __future__ import annotations

import pytest

from zhuchao.core.messages.lexicon import lexicon_of
from zhuchao.core.messages.likeness import character_weights, likeness
from zhuchao.core.messages.towns import BESIDE_WORD
from zhuchao.core.vocabulary.tables import Tables


@pytest.mark.parametrize("name", ["柳渡", "白鹭湾", "黄泥岗", "柏树", "沈家集", "望亭山"])
def test_a_made_up_town_looks_like_one(name: str, tables: Tables) -> None:
    assert likeness(name, lexicon_of(tables).town_weights) >= BESIDE_WORD


@pytest.mark.parametrize("word", ["稀缺", "便宜", "特价", "房东", "直租", "核心", "冷链"])
def test_a_word_of_offers_does_not(word: str, tables: Tables) -> None:
    assert likeness(word, lexicon_of(tables).town_weights) < BESIDE_WORD


def test_no_name_looks_least_like_a_town() -> None:
    weights = character_weights(["柳渡"], ["厂房"])

    assert likeness("", weights) < likeness("厂房", weights) < likeness("柳渡", weights)
