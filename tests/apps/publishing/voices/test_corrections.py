"""A reader points out what is wrong; an editor answers, and the receipt tells it."""

from __future__ import annotations

import pytest
from tests.apps.publishing.voices.conftest import House, sent

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.publishing import selectors, services
from zhuchao.apps.publishing.models import Correction
from zhuchao.core.errors import NotAllowed, Refused


def suggest(house: House, passage: str = "总投资46亿元", wrong: str = "应为 36 亿") -> Correction:
    suggested = services.Suggested(passage, wrong, right="总投资 36 亿元", source="园区公报")
    return services.suggest_correction(PUBLIC, house.article.pk, suggested=suggested, sent=sent())


def test_the_paragraph_of_the_passage_is_found(house: House) -> None:
    assert suggest(house).paragraph == 1
    assert suggest(house, "首批十二家").paragraph == 2
    assert suggest(house, "正文里没有的话").paragraph is None


def test_it_is_answered_under_its_receipt(house: House) -> None:
    made = suggest(house)

    services.answer_correction(house.editor, made.pk, is_taken=False, answer="公报是旧口径。")

    token = selectors.token_of(PUBLIC, made.receipt.lower().replace("-", ""))
    kind, record = selectors.voice_by_token(PUBLIC, token or "")
    assert (kind, record.state, record.answer) == ("correction", "declined", "公报是旧口径。")


def test_declining_needs_a_reason_and_taking_over_none(house: House) -> None:
    made = suggest(house)

    with pytest.raises(Refused):
        services.answer_correction(house.editor, made.pk, is_taken=False, answer=" ")
    with pytest.raises(NotAllowed):
        services.answer_correction(house.officer, made.pk, is_taken=True, answer="")
    assert services.answer_correction(house.editor, made.pk, is_taken=True, answer="").state == (
        "taken"
    )


def test_without_a_passage_nothing_is_kept(house: House) -> None:
    with pytest.raises(Refused):
        suggest(house, " ")
