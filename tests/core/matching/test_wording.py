"""How figures and ranges are said in a match's sentences."""

import pytest

from zhuchao.core.matching.wording import span_of
from zhuchao.core.vocabulary.term import Amount


@pytest.mark.parametrize(
    ("amount", "unit", "said"),
    [
        (Amount(2000, 2500), "㎡", "2,000–2,500 ㎡"),
        (Amount(540_000, 660_000), "元", "54–66 万元"),
        (Amount(5000, 20_000_000), "元", "0.5–2,000 万元"),
        (Amount(50_000_000, 800_000_000), "元", "0.5–8 亿元"),
        (Amount(15, 18), "元/㎡/月", "15–18 元/㎡/月"),
        (Amount(8, None), "m", "8 m 起"),
    ],
)
def test_both_ends_of_a_range_are_said_in_one_scale(amount: Amount, unit: str, said: str) -> None:
    assert span_of(amount, unit) == said
