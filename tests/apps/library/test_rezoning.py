"""Lines move between body and cut; no text is lost, and what was done is undone exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.apps.library import rezoning
from zhuchao.apps.library.rezoning import Zoned
from zhuchao.core.errors import Refused
from zhuchao.core.reading import read
from zhuchao.core.vocabulary.page import BODY_KINDS, Zone, ZoneKind
from zhuchao.core.vocabulary.read import Span
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.wire import page_to_json

CUT_KINDS = [kind for kind in ZoneKind if kind not in BODY_KINDS]
# A line as the reader gives it: never blank, and quoted where it stands.
LINE = st.text("文字 \t\u3000｜a1", min_size=1, max_size=8).map(lambda text: f"行{text}行")
GAP = st.sampled_from(["\n", "\n", "\n", "\n\n", "\n \u3000\n  "])


def zone(kind: ZoneKind, text: str, start: int) -> Zone:
    return Zone(kind, text, Span(start, start + len(text)))


@st.composite
def pages(draw: st.DrawFn) -> Zoned:
    """Zones as the reader makes them: each line of the body its own, what is cut in runs."""
    text, body, cut = "", list[Zone](), list[Zone]()
    for kind in draw(st.lists(st.sampled_from(list(ZoneKind)), max_size=10)):
        at, line = len(text), draw(LINE)
        if cut and cut[-1].kind is kind and cut[-1] == max([*body, *cut], key=lambda z: z.span):
            run = Span(cut[-1].span.start, at + len(line))
            cut[-1] = Zone(kind, (text + line)[run.start :], run)
        else:
            (body if kind in BODY_KINDS else cut).append(zone(kind, line, at))
        text += line + draw(GAP)
    return Zoned(tuple(body), tuple(cut))


def texts(zones: Zoned) -> list[str]:
    """Every line that says something, in order."""
    every = sorted([*zones.body, *zones.cut], key=lambda zone: zone.span)
    return [line for zone in every for line in zone.text.split("\n") if line.strip()]


@given(pages(), st.data())
def test_putting_back_and_cutting_again_gives_the_same_zones(
    page: Zoned, data: st.DataObject
) -> None:
    if not page.cut:
        return
    run = data.draw(st.sampled_from(page.cut))
    lines = rezoning.lines_of(run)
    first = data.draw(st.integers(0, len(lines) - 1))
    last = data.draw(st.integers(first, len(lines) - 1))
    span = Span(lines[first].span.start, lines[last].span.end)

    back = rezoning.rezoned(page, span, ZoneKind.PARAGRAPH)
    again = rezoning.rezoned(back, span, run.kind)

    assert len(back.body) == len(page.body) + last - first + 1
    assert texts(back) == texts(page)
    assert again == page


@given(pages(), st.data())
def test_cutting_and_putting_back_gives_the_same_zones(page: Zoned, data: st.DataObject) -> None:
    if not page.body:
        return
    paragraph = data.draw(st.sampled_from(page.body))
    kind = data.draw(st.sampled_from(CUT_KINDS))

    cut = rezoning.rezoned(page, paragraph.span, kind)

    assert paragraph not in cut.body
    assert texts(cut) == texts(page)
    assert rezoning.rezoned(cut, paragraph.span, paragraph.kind) == page


@given(pages())
def test_zones_come_back_from_their_json(page: Zoned) -> None:
    assert rezoning.zoned(rezoning.to_json(page)) == page


@given(pages())
def test_lines_make_up_their_zone(page: Zoned) -> None:
    for run in page.cut:
        lines = rezoning.lines_of(run)
        assert "\n".join(line.text for line in lines) == run.text
        assert all(line.text.strip() for line in lines)
        assert lines[-1].span.end == run.span.end


def test_a_run_that_was_split_keeps_its_order() -> None:
    page = Zoned((), (zone(ZoneKind.NOTICE, "甲甲\n乙乙\n丙丙", 4),))

    found = rezoning.rezoned(page, Span(7, 9), ZoneKind.PARAGRAPH)

    assert found.body == (zone(ZoneKind.PARAGRAPH, "乙乙", 7),)
    assert found.cut == (zone(ZoneKind.NOTICE, "甲甲", 4), zone(ZoneKind.NOTICE, "丙丙", 10))


@pytest.mark.parametrize("span", [Span(0, 1), Span(3, 6), Span(0, 0), Span(0, 99), Span(4, 7)])
def test_what_is_no_whole_line_is_refused(span: Span) -> None:
    page = Zoned((zone(ZoneKind.PARAGRAPH, "甲甲", 0),), (zone(ZoneKind.SHARE, "乙乙\n丙", 3),))

    with pytest.raises(Refused, match="刷新"):
        rezoning.rezoned(page, span, ZoneKind.NOTICE)


def test_lines_of_several_kinds_are_refused() -> None:
    page = Zoned((zone(ZoneKind.PARAGRAPH, "甲甲", 0),), (zone(ZoneKind.SHARE, "乙乙", 3),))

    with pytest.raises(Refused, match="不是同一类"):
        rezoning.rezoned(page, Span(0, 5), ZoneKind.NOTICE)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("项目\t金额\n甲\t1 亿", ZoneKind.TABLE), ("项目\t金额\n合计", ZoneKind.PARAGRAPH)],
)
def test_rows_with_cells_come_back_as_a_table(text: str, kind: ZoneKind) -> None:
    page = Zoned((), (zone(ZoneKind.NAVIGATION, text, 0),))

    assert rezoning.body_kind(page, Span(0, len(text))) is kind


def test_what_the_reader_gives_is_in_this_form(tables: Tables) -> None:
    lines = ["甲甲甲甲甲甲甲甲，乙乙乙乙乙乙乙乙乙乙乙。"] * 3
    page = read(
        "\n \n".join(["标题一二三四", *lines, "分享到：", "版权声明：转载请注明"]), tables=tables
    )
    zones = rezoning.zoned(page_to_json(page))

    assert (zones.body, zones.cut) == (page.body, page.cut)
    for run in zones.cut:
        back = rezoning.rezoned(zones, run.span, ZoneKind.PARAGRAPH)
        assert rezoning.rezoned(back, run.span, run.kind) == zones
