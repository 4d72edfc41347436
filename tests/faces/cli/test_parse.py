"""``zhuchao parse``: fields with value, state and quoted words, and what to ask back."""

import json

from tests.faces.cli.conftest import Zhuchao

DEMAND = "求租昆山或太仓单层厂房,两千到两千五百平,层高8米起,要有10吨行车,最好能做环评,26块以内"


def test_fields_are_shown_with_the_words_they_rest_on(zhuchao: Zhuchao) -> None:
    told = zhuchao("parse", DEMAND)

    assert told.code == 0
    assert told.out.startswith("需求")
    assert "2,000–2,500 ㎡" in told.out
    assert "8米" in told.out
    assert "最好" in told.out


def test_json_holds_three_state_fields(zhuchao: Zhuchao) -> None:
    message = json.loads(zhuchao("parse", DEMAND, "--json").out)

    height = message["fields"]["height"]
    assert message["kind"] == "demand"
    assert (height["value"]["low"], height["state"]) == (8.0, "given")
    assert "8米" in DEMAND[slice(*height["span"])]
    assert {"ask_back", "missing", "per_floor"} <= set(message)


def test_a_message_comes_from_standard_input_too(zhuchao: Zhuchao) -> None:
    piped = zhuchao("parse", "-", stdin=DEMAND.encode())

    assert piped.out == zhuchao("parse", DEMAND).out


def test_chatter_is_said_to_be_neither(zhuchao: Zhuchao) -> None:
    for message in ("", "😀😀", "大家早上好"):
        told = zhuchao("parse", message)

        assert told.code == 0
        assert "不是求租求购" in told.out


def test_a_message_that_is_no_text_is_told_in_a_sentence(zhuchao: Zhuchao) -> None:
    told = zhuchao("parse", "-", stdin="求租厂房".encode("gb18030"))

    assert told.code == 3
    assert "UTF-8" in told.err


def test_a_message_that_is_too_long_is_told_in_a_sentence(zhuchao: Zhuchao) -> None:
    told = zhuchao("parse", "-", stdin=("求租厂房" * 40_000).encode())

    assert told.code == 3
    assert told.err.count("\n") == 1


def test_broken_characters_of_the_command_line_are_survived(zhuchao: Zhuchao) -> None:
    assert zhuchao("parse", "求租\udcff厂房").code == 0


def test_a_message_is_read_as_what_it_is_said_to_be(zhuchao: Zhuchao) -> None:
    told = zhuchao("parse", "--as", "supply", "溧阳城北 2000平 昨天同栋刚成交一套")

    assert told.code == 0
    assert told.out.startswith("房源")
    assert "2,000 ㎡" in told.out
