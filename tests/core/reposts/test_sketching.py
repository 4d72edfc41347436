"""Reposts are told by what their texts share: cut, furnished and respelled, but not resembling."""

from __future__ import annotations

import random
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.errors import Refused
from zhuchao.core.reposts import Sketch, is_repost, sketch_of
from zhuchao.core.reposts.sketching import SLOTS
from zhuchao.core.vocabulary.tables import Tables

CHARACTERS = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 1500))


def sentences(seed: int, count: int) -> list[str]:
    source = random.Random(seed)
    return ["".join(source.choices(CHARACTERS, k=36)) + "。" for _ in range(count)]


def article(seed: int, count: int = 24) -> str:
    return "\n".join(sentences(seed, count))


def test_a_text_is_its_own_repost(tables: Tables) -> None:
    assert is_repost(sketch_of(article(1), tables), sketch_of(article(1), tables))


def test_other_articles_are_none(tables: Tables) -> None:
    assert not is_repost(sketch_of(article(1), tables), sketch_of(article(2), tables))


@pytest.mark.parametrize("kept", [12, 14, 17, 20])
def test_a_cut_repost_with_own_words_around_it_is_found(tables: Tables, kept: int) -> None:
    whole = sentences(3, 24)
    cut = [*sentences(900, 1), *whole[:kept], *sentences(901, 1)]

    assert is_repost(sketch_of("".join(whole), tables), sketch_of("".join(cut), tables))


@pytest.mark.parametrize(
    ("written", "respelled"),
    [
        ("一", "⼀"),
        ("最强", "蕞强"),
        ("开工", "开\u200b工"),
        ("项目", "项 目"),
        ("2亿", "２亿"),
        ("A", "a"),
    ],
)
def test_spellings_do_not_hide_a_repost(tables: Tables, written: str, respelled: str) -> None:
    text = f"这里{written}的消息。".join(sentences(4, 20))

    one, other = sketch_of(text, tables), sketch_of(text.replace(written, respelled), tables)

    assert one.grams == other.grams


@pytest.mark.parametrize("shared", [0.2, 0.3, 0.4])
def test_sharing_a_part_does_not_make_a_repost(tables: Tables, shared: float) -> None:
    common = sentences(5, int(24 * shared))
    one = [*common, *sentences(6, 24 - len(common))]
    other = [*sentences(7, 24 - len(common)), *common]

    assert not is_repost(sketch_of("".join(one), tables), sketch_of("".join(other), tables))


def test_a_news_item_within_a_long_digest_is_no_repost(tables: Tables) -> None:
    item = sentences(8, 6)
    digest = [*sentences(9, 14), *item, *sentences(10, 14)]

    assert not is_repost(sketch_of("".join(item), tables), sketch_of("".join(digest), tables))


def test_notices_of_one_form_with_other_figures_are_none(tables: Tables) -> None:
    form = sentences(11, 20)

    def notice(seed: int) -> str:
        figures = iter(random.Random(seed).sample(range(1000, 9999), 20))
        return "".join(f"{line}共{next(figures)}万元" for line in form[:6]) + "".join(form[6:])

    assert not is_repost(sketch_of(notice(1), tables), sketch_of(notice(2), tables))
    assert is_repost(sketch_of(notice(1), tables), sketch_of(notice(1) + "以上。", tables))


def test_what_is_too_short_is_never_joined(tables: Tables) -> None:
    short = sketch_of("园区今日开工一批项目。", tables)

    assert short.marks == ()
    assert short.packed() == b""
    assert not is_repost(short, short)


def test_a_signature_agrees_as_often_as_the_texts_are_alike(tables: Tables) -> None:
    whole = sentences(12, 24)
    one, other = sketch_of("".join(whole), tables), sketch_of("".join(whole[:12]), tables)

    agreeing = len(set(one.marks) & set(other.marks))

    assert len(one.marks) == SLOTS
    assert 8 <= agreeing <= 24


@given(st.text(max_size=600))
def test_any_text_survives_packing(tables: Tables, text: str) -> None:
    sketch = sketch_of(text, tables)

    again = Sketch.unpacked(sketch.packed())

    assert again.grams == sketch.grams
    assert again.marks == sketch.marks
    assert not sketch.grams or again.figures == sketch.figures


def test_damaged_bytes_are_refused() -> None:
    with pytest.raises(Refused):
        Sketch.unpacked(b"\x01\x02\x03")


def test_a_signature_does_not_depend_on_the_run(tables: Tables) -> None:
    first = list(islice(sketch_of(article(13), tables).marks, 3))

    assert first == list(islice(sketch_of(article(13), tables).marks, 3))
    assert all(mark >> 32 == slot for slot, mark in enumerate(sketch_of(article(13), tables).marks))
