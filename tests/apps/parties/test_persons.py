"""Covering persons: the text names nobody, and every span stays where it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.apps.parties.persons import anonymous, covered
from zhuchao.core.vocabulary.read import Read, Span, State
from zhuchao.core.vocabulary.term import FieldKey, Term


def person(text: str, name: str) -> Term:
    start = text.index(name)
    return Term(FieldKey.PERSON, Read(name, State.GIVEN, Span(start, start + len(name))))


@pytest.mark.parametrize(
    "telephone",
    [
        "13800000001",
        "138 0000 0001",
        "138-0000-0001",
        "138—0000—0001",
        "138.0000.0001",
        "1380 000 0001",
        "1 3 8 0 0 0 0 0 0 0 1",
        "１３８０００００００１",
        "+86 13800000001",
        "8613800000001",
        "0519-87654321",
        "(0519)87654321",
        "400-800-0001",
    ],
)
def test_a_telephone_is_covered_however_it_is_written(telephone: str) -> None:
    text = f"求租厂房，{telephone}，急"

    assert covered(text) == f"求租厂房，{'＊' * len(telephone)}，急"


@pytest.mark.parametrize(
    "text",
    [
        "1500-2000平",
        "面积1500-2000 300平也行",
        "总价18000000元",
        "信用代码91320400MA1XXXXX0A",
        "2026.11.23",
        "层高8米\n13米\n20000000平",
        "13 号楼 2000 平",
    ],
)
def test_what_is_no_telephone_stays(text: str) -> None:
    assert covered(text) == text


def test_a_name_is_covered_wherever_it_stands() -> None:
    text = "王小明要厂房，回电请找王小明"

    found = anonymous([person(text, "王小明")], text)

    assert found.text == "＊＊＊要厂房，回电请找＊＊＊"
    assert (found.name, found.telephone) == ("王小明", "")
    assert found.terms == ()


def test_a_surname_alone_covers_no_other_word() -> None:
    assert covered("黄桥，黄色外墙", names=["黄"]) == "黄桥，黄色外墙"


def test_what_no_database_stores_is_replaced() -> None:
    assert covered("厂\x00房\ud800") == "厂\ufffd房\ufffd"


@given(st.text(alphabet=st.sampled_from("王小明1380 -—.０１＋+86\n平\x00"), max_size=60))
def test_the_length_stays_and_covering_twice_changes_nothing(text: str) -> None:
    once = covered(text, names=["王小明"])

    assert len(once) == len(text)
    assert covered(once, names=["王小明"]) == once
    assert "王小明" not in once
