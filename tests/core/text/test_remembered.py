"""What is built from reference data is built once, for each object of its own."""

from __future__ import annotations

from zhuchao.core.text.remembered import MOST, built_once


def test_the_same_object_is_built_once_and_an_equal_one_anew() -> None:
    sources = [["a"], ["a"]]
    built = built_once(lambda source: [*source, "b"])

    first, second = map(built, sources)

    assert first == second == ["a", "b"]
    assert built(sources[0]) is first
    assert built(sources[1]) is second
    assert first is not second


def test_only_the_last_few_are_kept() -> None:
    sources = [[number] for number in range(MOST + 1)]
    built = built_once(list[int])
    results = [built(each) for each in sources]

    assert built(sources[-1]) is results[-1]
    assert built(sources[0]) is not results[0]
