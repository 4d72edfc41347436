"""What holds for any text: parsing is total, spans quote it, and small talk changes nothing."""

from __future__ import annotations

import math
import re
import tomllib
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from benchmarks.quality.messages.marks import load
from hypothesis import given, settings
from hypothesis import strategies as st

from zhuchao import tables as reference
from zhuchao.core.errors import Unreadable
from zhuchao.core.messages import parse
from zhuchao.core.messages.telephones import SPOKEN
from zhuchao.core.vocabulary.enquiry import Chatter, Message
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Stance, Term

TABLE = Path(__file__).with_name("expectations.toml")
EXAMPLES = [entry["text"] for entry in tomllib.loads(TABLE.read_text("utf-8"))["message"]]
MARKED = [each for each in load() if each.half == "tuning"]
SIDED = [*EXAMPLES, *(each.text for each in MARKED if each.side != "neither")]
# A test of its own for each text would take longer than to read it.
AT_ONCE = 10
MEANT = [
    pytest.param(SIDED[at : at + AT_ONCE], id=f"from {at}") for at in range(0, len(SIDED), AT_ONCE)
]
PIECES = re.compile(r"[\d.]+|[^\d.]{1,3}").findall("".join(EXAMPLES))
WORDS = sorted({lexeme.word for lexeme in reference.load().lexemes})
SAID = sorted({piece for each in MARKED for piece in re.split(r"[,，。;；\n]", each.text)})
SIGNS = [
    "\t",
    "\n",
    " ",
    "、",
    "：",
    "(",
    "）",
    "/",
    "✅",
    "3000平",
    "二楼",
    "每层",
    "\u200b",
    "１２",
]
SCRAPS = st.lists(
    st.sampled_from(PIECES)
    | st.sampled_from(WORDS)
    | st.sampled_from(SAID)
    | st.sampled_from(SIGNS)
    | st.text(max_size=3),
    max_size=40,
).map("".join)
CELLS = st.sampled_from(
    ["楼层", "面积(㎡)", "租金", "1F", "2", "1860", "昆山", "20元/平/月", "", "王工"]
)
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=4).map("\t".join), min_size=2, max_size=5).map(
    "\n".join
)
ASKED_FOR = ("区县", "面积", "租金", "总价", "厂房", "电话", "看房", "生产", "层高", "环评", "亩")
QUOTED = {FieldKey.PERSON, FieldKey.MOVE_IN, FieldKey.COMPANY}


Values = dict[tuple[FieldKey, str, bool], object]


def values(message: Message) -> Values:
    return {
        (term.key, term.floor, term.stance is Stance.EXCLUDED): term.read.value
        for term in message.terms
    }


@cache
def as_written(text: str) -> Values:
    """What the text gives: every law asks for it."""
    return values(parse(text, reference.load()))


def read_otherwise(
    texts: list[str], written: Callable[[str], str], tables: Tables
) -> list[tuple[str, str]]:
    """The texts that give other values when they are written so, beside how."""
    pairs = [(text, written(text)) for text in texts]
    return [
        (text, other) for text, other in pairs if values(parse(other, tables)) != as_written(text)
    ]


def plain(text: str, tables: Tables) -> str:
    return unicodedata.normalize("NFKC", text.translate(tables.traditional)).lower()


@st.composite
def recombined(draw: st.DrawFn) -> str:
    """Clauses of marked messages and words of the tables, cut short, in any order."""
    pieces = draw(st.lists(st.sampled_from(SAID) | st.sampled_from(WORDS), max_size=25))
    cuts = st.tuples(st.integers(0, 40), st.integers(1, 40))
    joints = st.sampled_from(["", "，", ",", "；", "\n", " ", "。", "、"])
    return "".join(piece[slice(*draw(cuts))] + draw(joints) for piece in pieces)


ANY_TEXT = SCRAPS | ROWS | recombined()


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_spans_lie_within_any_text_and_doubts_are_explained(text: str) -> None:
    message = parse(text, reference.load())

    assert message.text == text
    for term in message.terms:
        assert term.read.span is not None
        assert 0 <= term.read.span.start < term.read.span.end <= len(text)
        assert (term.read.state.value == "given") is (term.read.why == "")


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT)
def test_any_text_is_read_one_way_in_its_order_each_thing_once(text: str) -> None:
    message = parse(text, reference.load())
    starts = [term.read.span.start for term in message.terms if term.read.span]

    assert parse(text, reference.load()) == message
    assert starts == sorted(starts)
    assert len(values(message)) == len(message.terms)


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT)
def test_amounts_of_any_text_are_finite_and_in_order(text: str) -> None:
    for term in parse(text, reference.load()).terms:
        if isinstance(term.read.value, Amount):
            ends = [end for end in (term.read.value.low, term.read.value.high) if end is not None]
            assert all(math.isfinite(end) and end >= 0 for end in ends)
            assert ends == sorted(ends)


def misquoted(term: Term, text: str, tables: Tables) -> bool:
    """Whether the value is kept in other words than those it points to."""
    shown = plain(term.read.span.of(text) if term.read.span else "", tables)
    if term.key in QUOTED:
        return shown != plain(str(term.read.value), tables)
    if term.key is FieldKey.TELEPHONE:
        digits = re.sub(r"\D", "", shown.translate(SPOKEN))
        return digits.removeprefix("86") != term.read.value
    return False


@pytest.mark.parametrize("texts", MEANT)
def test_spans_quote_the_words_that_a_value_keeps(texts: list[str], tables: Tables) -> None:
    told = [(term, text) for text in texts for term in parse(text, tables).terms]

    assert told
    assert [each for each in told if misquoted(*each, tables)] == []


@pytest.mark.parametrize("texts", MEANT)
@pytest.mark.parametrize(
    "said", ["大家早上好，{}", "辛苦各位老师看看。{}", "🙏🙏\n{}", "{}\n谢谢大家", "{}。辛苦了"]
)
def test_a_chatty_sentence_changes_no_value(texts: list[str], said: str, tables: Tables) -> None:
    assert read_otherwise(texts, said.format, tables) == []


@pytest.mark.parametrize("texts", MEANT)
def test_full_width_writing_changes_no_value(texts: list[str], tables: Tables) -> None:
    def widened(text: str) -> str:
        return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)

    assert read_otherwise(texts, widened, tables) == []


@pytest.mark.parametrize("texts", MEANT)
def test_traditional_spelling_changes_no_value(texts: list[str], tables: Tables) -> None:
    written = {simplified: chr(code) for code, simplified in tables.traditional.items()}

    def traditional(text: str) -> str:
        return "".join(written.get(each, each) for each in text)

    # Some texts have no character of their own in traditional spelling.
    assert any(traditional(text) != text for text in texts)
    assert read_otherwise(texts, traditional, tables) == []


@pytest.mark.parametrize("texts", MEANT)
def test_evasive_spelling_changes_no_value(texts: list[str], tables: Tables) -> None:
    radicals = {shown: char for char, shown in tables.folding.items() if len(shown) == 1}

    def evasive(text: str) -> str:
        return "\u200b".join(radicals.get(each, each) for each in text)

    assert read_otherwise(texts, evasive, tables) == []


@pytest.mark.parametrize("text", EXAMPLES)
def test_the_question_back_is_one_message_of_at_most_three_questions(
    text: str, tables: Tables
) -> None:
    message = parse(text, tables)

    assert not isinstance(message, Chatter)
    assert bool(message.ask_back) is bool(message.missing)
    assert message.ask_back.count("；") <= 2


@pytest.mark.parametrize("text", ["", " \n", "😀😀", "大家早上好"])
def test_what_says_nothing_is_chatter_with_a_reason(text: str, tables: Tables) -> None:
    message = parse(text, tables)

    assert isinstance(message, Chatter)
    assert message.why
    assert message.terms == ()


@pytest.mark.parametrize(
    "text",
    ["13800000001", "138-0000-0001", "138 0000 0001", "１３８００００００１１", "+8613800000001"],
)
def test_a_telephone_alone_is_chatter_that_keeps_it(text: str, tables: Tables) -> None:
    message = parse(text, tables)

    assert isinstance(message, Chatter)
    assert [term.key for term in message.terms] == [FieldKey.TELEPHONE]
    assert "联系方式" in message.why


def test_more_than_a_hundred_thousand_characters_are_refused(tables: Tables) -> None:
    with pytest.raises(Unreadable):
        parse("求" * 100_001, tables)


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "piece",
    [
        "求租溧阳厂房2000平8米10吨行车", "1", "一", "1-", "亩元", "13800000001 ", "公司", "王",
        ",隔壁在租着呢", ",隔壁在租,层高8米", "(隔壁在租着呢", ",他租了", f"税{' ' * 50_000}",
    ],
)  # fmt: skip
def test_long_runs_without_a_stop_do_not_cost_quadratic_time(piece: str, tables: Tables) -> None:
    parse((piece * (100_000 // len(piece) + 1))[:100_000], tables)
