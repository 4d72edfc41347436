"""The original is cut into runs that lose nothing."""

from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.vocabulary.read import Span
from zhuchao.faces.hand.marking import CUT, Mark, runs

TEXT = "求租昆山厂房两千平"


def test_overlapping_marks_share_a_run() -> None:
    found = list(runs(TEXT, [Mark("a", Span(0, 4), "given"), Mark("b", Span(2, 6), "inferred")]))

    assert [(run.text, run.names) for run in found] == [
        ("求租", "a"), ("昆山", "a b"), ("厂房", "b"), ("两千平", ""),
    ]  # fmt: skip


def test_what_was_cut_is_told_apart_from_what_was_read() -> None:
    found = list(runs(TEXT, [Mark("share", Span(0, 2), CUT), Mark("a", Span(4, 6), "given")]))

    assert [(run.text, run.is_cut) for run in found if run.is_cut or run.names] == [
        ("求租", True), ("厂房", False),
    ]  # fmt: skip


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(*sorted(pair)))


@given(st.text(max_size=40), st.lists(SPANS, max_size=8), st.integers(1, 50))
def test_the_runs_are_the_text(text: str, spans: list[Span], most: int) -> None:
    marks = [Mark(f"m{place}", span, "given") for place, span in enumerate(spans)]

    assert "".join(run.text for run in runs(text, marks, most=most)) == text[:most]
