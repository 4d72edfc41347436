"""A ledger of projects: planned, applied as shown, merged, confirmed, taken back."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.apps.stored import everything_stored

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects.importing import exporting, selectors, services, undoing
from zhuchao.apps.projects.importing.models import LedgerRun
from zhuchao.apps.projects.models import MonthlyInvestment, Project
from zhuchao.core.errors import NotFound, Refused

pytestmark = pytest.mark.django_db

HEAD = (
    "序号", "项目名称", "投资方", "统一社会信用代码", "项目类型", "所属行业", "总投资（亿元）",
    "用地（亩）", "阶段", "线索日期", "签约日期", "开工日期", "招商方式", "联系人", "联系电话",
    "2026年3月完成投资（万元）", "备注",
)  # fmt: skip
FIRST = (
    "1", "减速器项目", "溧川精密制造有限公司", "", "工业项目", "3453", "1.2", "60", "已签约",
    "2026-01-08", "2026.3.15", "", "产业链招商", "王先生", "13800000001", "120", "很急",
)  # fmt: skip


def row(**told: str) -> tuple[str, ...]:
    cells = dict(zip(HEAD, FIRST, strict=True)) | told
    return tuple(cells[heading] for heading in HEAD)


def sheet(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> bytes:
    made = io.StringIO()
    csv.writer(made).writerows([("2026 年重点项目台账",), head, *rows])
    return made.getvalue().encode()


def planned(viewer: Viewer, content: bytes, *, prefers_sheet: bool = False) -> LedgerRun:
    run = services.take_ledger(
        viewer, name="台账.csv", content=content, prefers_sheet=prefers_sheet
    )
    return services.plan_ledger(viewer, run.pk)


def applied(viewer: Viewer, content: bytes, *, prefers_sheet: bool = False) -> LedgerRun:
    run = planned(viewer, content, prefers_sheet=prefers_sheet)
    services.start_ledger(viewer, run.pk)
    return services.apply_ledger(viewer, run.pk)


def fates(run: LedgerRun) -> list[str]:
    return list(run.rows.order_by("number").values_list("fate", flat=True))


def why(run: LedgerRun) -> str:
    return "；".join(each["why"] for row in run.rows.all() for each in row.errors)


def test_a_dry_run_writes_no_project(officer_a: Viewer) -> None:
    run = planned(officer_a, sheet(FIRST))

    assert (run.state, fates(run)) == ("ready", ["new"])
    assert not Project.objects.exists()


def test_a_row_becomes_a_project_with_what_it_tells(officer_a: Viewer) -> None:
    applied(officer_a, sheet(FIRST))

    project = Project.objects.get()
    assert (project.title, project.kind, project.method) == ("减速器项目", "industry", "chain")
    assert (project.trade_code, project.total_investment) == ("3453", Decimal(120_000_000))
    assert project.land_area == pytest.approx(40_000)
    assert project.company is not None
    assert project.company.name == "溧川精密制造有限公司"
    month = MonthlyInvestment.objects.get()
    assert (month.measure, month.month, month.amount) == ("done", date(2026, 3, 1), 1_200_000)
    assert project.investments.get().source.startswith("台账“台账.csv”（导入")
    assert "13800000001" not in everything_stored()


def test_stages_of_a_ledger_hold_once_another_person_confirms_them(
    officer_a: Viewer, section_head: Viewer
) -> None:
    run = applied(officer_a, sheet(FIRST))
    assert Project.objects.get().stage == "lead"

    with pytest.raises(Refused, match="另一位同事"):
        undoing.check_ledger(officer_a, run.pk)
    assert undoing.check_ledger(section_head, run.pk) == 1

    project = Project.objects.get()
    assert (project.stage, project.stage_on) == ("sign", date(2026, 3, 15))
    with pytest.raises(Refused, match="没有待核实"):
        undoing.check_ledger(section_head, run.pk)


def test_a_known_project_is_filled_in_and_never_doubled(officer_a: Viewer) -> None:
    applied(officer_a, sheet(row(所属行业="", 招商方式="")))

    run = applied(officer_a, sheet(row(**{"总投资（亿元）": "1.5", "开工日期": "2026-09-01"})))

    project = Project.objects.get()
    assert fates(run) == ["change"]
    assert (project.trade_code, project.method) == ("3453", "chain")
    assert project.total_investment == Decimal(120_000_000)
    (only,) = run.rows.all()
    assert any("总投资登记为“12000 万元”，表中是“15000 万元”：没有改动" in n for n in only.notes)
    assert project.events.filter(stage="start", occurred_on=date(2026, 9, 1)).exists()


def test_the_sheet_may_be_right(officer_a: Viewer) -> None:
    applied(officer_a, sheet(FIRST))

    applied(officer_a, sheet(row(**{"总投资（亿元）": "1.5"})), prefers_sheet=True)

    assert Project.objects.get().total_investment == Decimal(150_000_000)


def test_the_same_sheet_again_changes_nothing(officer_a: Viewer) -> None:
    applied(officer_a, sheet(FIRST))

    run = planned(officer_a, sheet(FIRST))

    assert fates(run) == ["same"]
    with pytest.raises(Refused, match="没有要新增或修改的行"):
        services.start_ledger(officer_a, run.pk)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"阶段": "飞天"}, "没有“飞天”这个阶段：线索、研判"),
        ({"签约日期": "2099-01-01"}, "在今天之后"),
        ({"总投资（亿元）": "-3"}, "是负数"),
        ({"总投资（亿元）": "很多"}, "读不出金额"),
        ({"统一社会信用代码": "91320000MA1XXXXX"}, "代码"),
        ({"签约日期": "三月底"}, "读不出日期：请写成 2026-03-15"),
        ({"项目类型": "外星"}, "没有“外星”这个项目类型：工业、服务业"),
        ({"项目名称": ""}, "没有项目名称"),
        ({"签约日期": ""}, "写了阶段“签约”，没有写哪天进入"),
        ({"开工日期": "2026-02-01"}, "排在“开工”之后"),
    ],
)
def test_a_bad_row_says_what_to_do_and_is_not_imported(
    officer_a: Viewer, told: dict[str, str], sentence: str
) -> None:
    good = row(项目名称="另一个项目", 投资方="另一家有限公司")

    run = applied(officer_a, sheet(row(**told), good))

    assert fates(run) == ["error", "new"]
    assert sentence in why(run)
    assert Project.objects.count() == 1


def test_two_rows_about_one_project_are_refused(officer_a: Viewer) -> None:
    run = planned(officer_a, sheet(FIRST, row(备注="又一行")))

    assert fates(run) == ["new", "error"]
    assert "与第 3 行是同一个项目" in why(run)


def test_sums_and_headings_between_are_skipped(officer_a: Viewer) -> None:
    empty = ("",) * len(HEAD)
    run = planned(officer_a, sheet(("一、新签约", *empty[1:]), FIRST, ("合计", "1 个", *empty[2:])))

    assert fates(run) == ["new"]
    assert [place for place, _ in run.skipped] == [3, 5]


def test_a_project_out_of_reach_is_not_told_of(officer_a: Viewer, officer_b: Viewer) -> None:
    applied(officer_a, sheet(FIRST))
    code = Project.objects.get().code

    run = planned(officer_b, sheet(row(序号="9")))
    coded = planned(officer_b, sheet((*FIRST, code), head=(*HEAD, "项目编号")))

    assert fates(run) == ["new"]
    assert f"没有编号为“{code}”的项目，或不在您的范围内" in why(coded)
    with pytest.raises(NotFound):
        selectors.run(officer_b, LedgerRun.objects.order_by("pk").first().pk)  # type: ignore[union-attr]


def test_taking_back_ends_new_projects_and_restores_changed_ones(officer_a: Viewer) -> None:
    first = applied(officer_a, sheet(row(招商方式="")))
    second = applied(officer_a, sheet(FIRST))
    assert selectors.untouched(officer_a, first) == []

    undoing.take_back_ledger(officer_a, second.pk)
    assert (Project.objects.get().method, Project.objects.get().stage) == ("", "lead")
    undoing.take_back_ledger(officer_a, first.pk)
    assert Project.objects.get().stage == "ended"
    with pytest.raises(Refused, match="没有可以撤销的项目"):
        undoing.take_back_ledger(officer_a, first.pk)


def test_a_new_project_that_nobody_went_on_with_is_ended(officer_a: Viewer) -> None:
    run = applied(officer_a, sheet(FIRST))

    undoing.take_back_ledger(officer_a, run.pk)

    assert Project.objects.get().stage == "ended"


def test_the_template_reads_as_a_project(officer_a: Viewer) -> None:
    made = io.StringIO()
    csv.writer(made).writerows([exporting.headings(), exporting.template_row()])

    run = planned(officer_a, made.getvalue().encode())

    assert fates(run) == ["new"]
    assert [column["name"] for column in run.columns if not column["name"]] == []


def test_whether_it_can_be_taken_back_takes_no_more_queries_for_more_rows(
    officer_a: Viewer, django_assert_num_queries: Any
) -> None:
    some = [row(项目名称=f"项目{n}", 投资方=f"第{n}有限公司") for n in range(12)]
    few, many = applied(officer_a, sheet(*some[:2])), applied(officer_a, sheet(*some[2:]))

    with django_assert_num_queries(8):
        assert len(selectors.untouched(officer_a, few)) == 2
    with django_assert_num_queries(8):
        assert len(selectors.untouched(officer_a, many)) == 10
