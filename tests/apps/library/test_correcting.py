"""Correcting a page: fields, zones and states, each correction kept, each undone by its reverse."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.apps.library.confirming import RAW, confirm
from tests.apps.stored import everything_stored

from zhuchao.apps.library import mapping, selectors, services
from zhuchao.apps.library.models import Correction, ReadPage
from zhuchao.apps.people.viewer import Viewer
from zhuchao.core.errors import NotAllowed, NotFound, Refused, ZhuchaoError
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.ground import audit


@pytest.fixture
def page(officer_a: Viewer, tables: Tables) -> ReadPage:
    return confirm(officer_a, tables)


def now(viewer: Viewer, page: ReadPage) -> ReadPage:
    return selectors.read_page(viewer, page.pk)


def cut_of(page: ReadPage, kind: str) -> dict[str, Any]:
    zone: dict[str, Any] = next(each for each in page.page["cut"] if each["kind"] == kind)
    return zone


def test_a_field_becomes_given_and_its_columns_follow(officer_a: Viewer, page: ReadPage) -> None:
    was = page.page["source"]
    for field, written in (
        ("title", "新标题"),
        ("source", "示例日报"),
        ("published", "2023年7月18日"),
    ):
        services.correct_page(officer_a, page.pk, field=field, written=written)

    found = now(officer_a, page)
    assert (found.title, found.source, found.published_on) == (
        "新标题",
        "示例日报",
        date(2023, 7, 18),
    )
    assert found.page["source"] == was | {
        "value": "示例日报",
        "state": "given",
        "why": "由人员更正",
    }
    made = Correction.objects.get(field="source")
    assert (made.was, made.now["value"]) == (was, "示例日报")
    assert made.corrected_by_id == officer_a.person_id
    assert audit.latest(1)[0].act == "correct_page"


def test_nothing_written_is_unknown(officer_a: Viewer, page: ReadPage) -> None:
    services.correct_page(officer_a, page.pk, field="original_title", written="  ")

    read_now = now(officer_a, page).page["original_title"]
    assert (read_now["value"], read_now["state"]) == (None, "unknown")


def test_the_same_once_more_is_no_correction(officer_a: Viewer, page: ReadPage) -> None:
    title = page.page["title"]["value"]
    services.correct_page(officer_a, page.pk, field="title", written=title)

    assert services.correct_page(officer_a, page.pk, field="title", written=f" {title} ") is None


def test_an_inferred_value_is_confirmed_by_writing_it(officer_a: Viewer, page: ReadPage) -> None:
    page.page["published"] |= {"value": "2023-07-18T10:20:00+08:00", "state": "inferred"}
    page.save()

    made = services.correct_page(officer_a, page.pk, field="published", written="2023-07-18")

    assert made is not None
    assert (made.was["state"], made.now["state"]) == ("inferred", "given")
    assert made.now["value"] == "2023-07-18T10:20:00+08:00"


@pytest.mark.parametrize(
    ("field", "written", "value"),
    [
        ("published", "２０２３／７／１８", "2023-07-18"),
        ("event_on", "2023.07.16 10:20", "2023-07-16"),
        ("views", "１,２３４ 次", 1234),
        ("likes", "1.2万", 12000),
        ("source_address", "https://a.example/x?y=1", "https://a.example/x?y=1"),
        ("editor", "  某  某 \ud800", "某 某"),
    ],
)
def test_what_people_type_is_understood(
    officer_a: Viewer,
    page: ReadPage,
    monkeypatch: pytest.MonkeyPatch,
    field: str,
    written: str,
    value: Any,
) -> None:
    monkeypatch.setattr(mapping, "CORRECTABLE", (*mapping.CORRECTABLE, field))
    page.page.pop(field, None)
    page.page.setdefault("published", {"value": None})
    page.save()

    services.correct_page(officer_a, page.pk, field=field, written=written)

    assert now(officer_a, page).page[field]["value"] == value


@pytest.mark.parametrize(
    ("field", "written", "told"),
    [
        ("title", " ", "标题不能为空"),
        ("title", "长" * 201, "最多 200 字"),
        ("published", "去年", "2026-03-31"),
        ("published", "7月18日", "2026-03-31"),
        ("published", "2023-02-30", "2026-03-31"),
        ("published", "2023-07-18 至 2023-07-19", "2026-03-31"),
        ("published", (timezone.localdate() + timedelta(1)).isoformat(), "不能晚于今天"),
        ("views", "很多", "不是整数"),
        ("views", "1.5", "不是整数"),
        ("views", "-1", "不是整数"),
        ("source_address", "javascript:alert(1)", "http"),
        ("source_address", "https://", "http"),
        ("body", "x", "不能更正"),
        ("zone", "x", "不能更正"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_write(
    officer_a: Viewer,
    page: ReadPage,
    monkeypatch: pytest.MonkeyPatch,
    field: str,
    written: str,
    told: str,
) -> None:
    more = {"views", "source_address"} - set(mapping.CORRECTABLE)
    monkeypatch.setattr(mapping, "CORRECTABLE", (*mapping.CORRECTABLE, *more))

    with pytest.raises(Refused, match=told):
        services.correct_page(officer_a, page.pk, field=field, written=written)

    assert not Correction.objects.exists()


def test_a_run_and_a_line_of_it_come_back(officer_a: Viewer, page: ReadPage) -> None:
    run = cut_of(page, "contact")
    line = run["text"].split("\n")[0]
    start = run["span"][0]

    made = services.put_back(officer_a, page.pk, start=start, end=start + len(line))

    found = now(officer_a, page)
    assert (made.field, made.was, made.now) == ("zone", "contact", "paragraph")
    assert (made.start, made.end) == (start, start + len(line))
    back = {"kind": "paragraph", "text": line, "span": [start, start + len(line)]}
    assert back in found.page["body"]
    assert found.page["body"] == sorted(found.page["body"], key=lambda zone: zone["span"])
    assert cut_of(found, "contact")["text"] == run["text"][len(line) + 1 :]


def test_a_contact_that_is_put_back_stays_covered(officer_a: Viewer, page: ReadPage) -> None:
    start, end = cut_of(page, "contact")["span"]

    services.put_back(officer_a, page.pk, start=start, end=end)

    assert "＊＊＊" in "".join(zone["text"] for zone in now(officer_a, page).page["body"])
    assert "13800000021" not in everything_stored()


def test_a_paragraph_is_cut_away_and_taken_back(officer_a: Viewer, page: ReadPage) -> None:
    heading = next(zone for zone in page.page["body"] if zone["kind"] == "heading")
    start, end = heading["span"]

    made = services.cut_away(officer_a, page.pk, start=start, end=end, kind="share")
    cut = now(officer_a, page)
    services.take_back(officer_a, page.pk, correction_id=made.pk)

    assert heading not in cut.page["body"]
    assert heading | {"kind": "share"} in cut.page["cut"]
    assert now(officer_a, page).page == page.page
    assert [each.now for each in selectors.corrections(officer_a, page.pk)] == ["heading", "share"]


def test_a_field_is_taken_back_with_its_state_and_reason(officer_a: Viewer, page: ReadPage) -> None:
    made = services.correct_page(officer_a, page.pk, field="title", written="别的标题")
    assert made is not None

    services.take_back(officer_a, page.pk, correction_id=made.pk)

    found = now(officer_a, page)
    assert (found.page, found.title) == (page.page, page.title)
    with pytest.raises(Refused, match="又有新的更正"):
        services.take_back(officer_a, page.pk, correction_id=made.pk)
    with pytest.raises(NotFound):
        services.take_back(officer_a, page.pk, correction_id=made.pk + 99)


@pytest.mark.parametrize(
    ("kind", "told"), [("paragraph", "类别"), ("nonsense", "没有这个类别"), ("share", "已经剪去")]
)
def test_a_cut_that_cannot_be_is_refused(
    officer_a: Viewer, page: ReadPage, kind: str, told: str
) -> None:
    start, end = cut_of(page, "contact")["span"]

    with pytest.raises(Refused, match=told):
        services.cut_away(officer_a, page.pk, start=start, end=end, kind=kind)


def test_what_is_in_the_body_or_nowhere_is_not_put_back(officer_a: Viewer, page: ReadPage) -> None:
    start, end = page.page["body"][0]["span"]

    with pytest.raises(Refused, match="已经在正文里"):
        services.put_back(officer_a, page.pk, start=start, end=end)
    with pytest.raises(Refused, match="刷新"):
        services.put_back(officer_a, page.pk, start=start, end=end - 1)
    with pytest.raises(Refused, match="刷新"):
        services.put_back(officer_a, page.pk, start=5, end=-1)
    cut_start, cut_end = page.page["cut"][0]["span"]
    with pytest.raises(Refused, match="段落"):
        services.put_back(officer_a, page.pk, start=cut_start, end=cut_end, kind="share")


def test_a_corrected_date_settles_the_origin(
    officer_a: Viewer, page: ReadPage, tables: Tables
) -> None:
    twin = confirm(officer_a, tables, RAW + b" ")

    made = services.correct_page(officer_a, twin.pk, field="published", written="2023-07-16")
    earliest = now(officer_a, page).cluster
    assert made is not None
    services.take_back(officer_a, twin.pk, correction_id=made.pk)

    assert earliest is not None
    assert earliest.origin_id == twin.pk
    cluster = now(officer_a, page).cluster
    assert cluster is not None
    assert cluster.origin_id == page.pk


def test_who_may_correct(
    officer_a: Viewer, officer_b: Viewer, leader: Viewer, agent: Viewer, page: ReadPage
) -> None:
    start, end = page.page["body"][0]["span"]

    def attempts(viewer: Viewer) -> list[type[ZhuchaoError] | None]:
        acts = (
            lambda: services.correct_page(viewer, page.pk, field="editor", written="某某"),
            lambda: services.cut_away(viewer, page.pk, start=start, end=end, kind="share"),
            lambda: services.put_back(viewer, page.pk, start=start, end=end),
            lambda: services.set_aside_page(viewer, page.pk),
            lambda: services.restore_page(viewer, page.pk),
        )
        return [outcome(act) for act in acts]

    def outcome(act: Any) -> type[ZhuchaoError] | None:
        try:
            act()
        except ZhuchaoError as failure:
            return type(failure)
        return None

    assert attempts(leader) == [NotAllowed] * 5
    assert attempts(agent) == [NotFound] * 5
    assert services.set_aside_pages(agent, page_ids=[page.pk]) == ()
    assert attempts(officer_b) == [None] * 5
