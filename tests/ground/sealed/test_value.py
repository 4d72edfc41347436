"""A sealed value never shows itself, whichever way it is written out."""

import copy
import json
import pickle

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import conditional_escape, format_html

from zhuchao.ground.sealed import Sealed, keyed_hash, masked

TELEPHONE = "13800000001"


@pytest.mark.parametrize(
    ("plain", "mask"),
    [
        (TELEPHONE, "138****0001"),
        ("138 0000 0001", "138****0001"),
        ("张某 13800000001", "138****0001"),
        ("0519-80000001", "051****0001"),
        ("80000021", "80****21"),
        ("8000021", "80****21"),
        ("王敏", "王**"),
        ("欧阳", "欧**"),
        ("王", "王**"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_the_mask(plain: str, mask: str) -> None:
    assert masked(plain) == mask


@pytest.mark.parametrize("plain", [TELEPHONE, "80000021", "王敏"])
def test_no_way_of_writing_shows_the_plain_text(plain: str) -> None:
    value = Sealed(plain)

    written = [
        str(value), repr(value), f"{value}", f"{value!r}", f"{value:>20}", "%s" % value,  # noqa: UP031
        repr([value]), format_html("<b>{}</b>", value), conditional_escape(value),
    ]  # fmt: skip

    assert all(plain not in each for each in written)


def test_json_and_pickle_refuse_it() -> None:
    with pytest.raises(TypeError):
        json.dumps({"telephone": Sealed(TELEPHONE)}, cls=DjangoJSONEncoder)
    with pytest.raises(TypeError):
        pickle.dumps(Sealed(TELEPHONE))


def test_it_opens_when_asked_by_name() -> None:
    assert Sealed(TELEPHONE).open() == TELEPHONE
    assert copy.deepcopy(copy.copy(Sealed(TELEPHONE))).open() == TELEPHONE


def test_equal_values_are_equal_and_nothing_is_false() -> None:
    assert Sealed("王敏") == Sealed("王敏")
    assert len({Sealed("王敏"), Sealed("王敏")}) == 1
    assert Sealed("王敏") != "王敏"
    assert not Sealed("")


@pytest.mark.parametrize(
    "spelling",
    [
        "138 0000 0001",
        "138-0000-0001",
        "+86 13800000001",
        "008613800000001",
        "１３８０００００００１",
    ],
)
def test_every_spelling_of_a_number_hashes_alike(spelling: str) -> None:
    assert keyed_hash(spelling) == keyed_hash(TELEPHONE)


def test_different_numbers_hash_differently_and_nothing_to_nothing() -> None:
    assert keyed_hash(TELEPHONE) != keyed_hash("13800000002")
    assert keyed_hash(" ") == ""
