from __future__ import annotations

from time import process_time

import pytest

from zhuchao.core.reading.unscripted import unscripted


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("<p>甲</p><script>if (a<b) x='</p>';</script><p>乙</p>", "<p>甲</p><p>乙</p>"),
        ("<STYLE>p{}</STYLE><p>甲</p>", "<p>甲</p>"),
        ("<p>甲<!-- <script> -->乙</p><script>1</script>", "<p>甲乙</p>"),
        ("<!--><p>甲</p><!-- 乙 --!><p>丙</p>", "<p>甲</p><p>丙</p>"),
        ("<p title='<script>'>甲</p><p>乙</p>", "<p title='<script>'>甲</p><p>乙</p>"),
        ("<p>甲</p><script>从不结束", "<p>甲</p><script>从不结束"),
        ("<p>一<二</p>", "<p>一<二</p>"),
    ],
)
def test_what_nobody_sees_is_left_out(markup: str, seen: str) -> None:
    assert unscripted(markup) == seen


def test_a_flood_of_openings_is_passed_in_time() -> None:
    started = process_time()

    unscripted("<p title='" + "<!-- " * 500_000)

    assert process_time() - started < 1.5
