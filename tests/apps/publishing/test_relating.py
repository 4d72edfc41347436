"""Nearness of titles."""

from hypothesis import given
from hypothesis import strategies as st

from zhuchao.apps.publishing.relating import SAME_CHANNEL, bigrams, nearness


@given(st.text(max_size=40), st.text(max_size=40))
def test_nearness_is_even_handed_and_bounded(one: str, other: str) -> None:
    a, b = bigrams(one), bigrams(other)

    near = nearness(a, b, shares_channel=False)

    assert near == nearness(b, a, shares_channel=False)
    assert 0 <= near <= 1


def test_a_title_on_the_same_matter_is_nearer_than_another() -> None:
    own = bigrams("澄湖高新区召开创新发展大会")

    same = nearness(own, bigrams("创新发展大会在澄湖高新区举行"), shares_channel=False)
    other = nearness(own, bigrams("人才公寓二期交付"), shares_channel=False)

    assert same > other
    assert nearness(own, own, shares_channel=True) == 1 + SAME_CHANNEL


def test_marks_and_spaces_tell_nothing() -> None:
    assert bigrams("“澄湖” 发布！") == bigrams("澄湖发布")
