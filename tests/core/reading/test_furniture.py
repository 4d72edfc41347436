"""What stands around a text and is none of it, each line by its wording."""

from __future__ import annotations

import pytest

from zhuchao.core.reading import read
from zhuchao.core.vocabulary.page import BODY_KINDS
from zhuchao.core.vocabulary.page import ZoneKind as Z
from zhuchao.core.vocabulary.tables import Tables

SENTENCE = (
    "今年以来，霁川新区坚持项目为王，新开工项目十二个，总投资六十八亿元，较去年同期增长明显。"
)
HEAD = "霁川新区召开二季度项目调度会\n2026-04-08 10:20 来源：霁川日报\n"
TEXT = f"{HEAD}{SENTENCE}\n{SENTENCE}"


def _kind_below(line: str, tables: Tables) -> Z:
    page = read(f"{TEXT}\n{line}", tables=tables)
    return next(zone.kind for zone in (*page.body, *page.cut) if line in zone.text)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("赞 218", Z.SHARE),
        ("赞 21 在看 8", Z.SHARE),
        ("标签：标准地 工业用地", Z.META),
        ("#老工业区 #城市更新", Z.META),
        ("扫一扫在手机打开当前页", Z.NAVIGATION),
        ("打开霁川新闻，阅读体验更佳", Z.NAVIGATION),
        ("本文由「翟小北」原创出品，违规转载必究。", Z.NOTICE),
        ("本文为作者上传并发布，仅代表该作者观点，不代表霁川新闻的立场。", Z.NOTICE),
        ("如发现侵权，请联系删除。", Z.NOTICE),
    ],
)
def test_a_line_below_the_text_is_told_by_its_wording(line: str, kind: Z, tables: Tables) -> None:
    assert _kind_below(line, tables) is kind


@pytest.mark.parametrize(
    "line", ["字号：大 中 小", "小中大", "A+ A-", "【字体：大 中 小】 打印 关闭"]
)
def test_buttons_for_the_size_of_letters_are_no_part_of_the_text(line: str, tables: Tables) -> None:
    page = read(TEXT.replace("\n2026", f"\n{line}\n2026"), tables=tables)

    zone = next(zone for zone in (*page.body, *page.cut) if line in zone.text)
    assert zone.kind not in BODY_KINDS
    assert page.published.is_known


def test_what_is_liked_in_comments_is_no_way_to_like_the_page(tables: Tables) -> None:
    page = read(f"{TEXT}\n赞 218\n收藏\n评论 3\n梧桐雨下\n路确实窄。\n赞 12\n回复", tables=tables)

    assert page.likes.value == 218
    shared = "\n".join(zone.text for zone in page.cut if zone.kind is Z.SHARE)
    assert "赞 12" not in shared


def test_an_editor_is_named_without_his_number(tables: Tables) -> None:
    page = read(f"{TEXT}\n（责任编辑：鲍清远 HN302）", tables=tables)

    assert page.editor.value == "鲍清远"


def test_whom_to_ring_below_the_licence_of_the_site_is_the_sites_own(tables: Tables) -> None:
    foot = "主办单位：霁川新区管委会\n霁ICP备00000000号\n联系电话：0555-6600118"

    assert _kind_below(foot.splitlines()[-1], tables) is Z.CONTACT
    page = read(f"{TEXT}\n{foot}", tables=tables)
    assert not page.contacts


def test_the_dateline_of_an_agency_opens_the_text(tables: Tables) -> None:
    opening = "华闻社霁川1月22日电 题：拿地即开工背后"
    page = read(
        f"{HEAD.replace('04-08', '01-23')}{opening}\n来源：华闻社\n{SENTENCE}", tables=tables
    )

    assert opening in page.body_text
    assert not page.event_on.is_known


@pytest.mark.parametrize("line", ["平台实勘 产权核验通过", "实名认证", "证照已核", "原创"])
def test_what_a_site_vouches_for_is_a_badge(line: str, tables: Tables) -> None:
    page = read(TEXT.replace("\n2026", f"\n{line}\n2026"), tables=tables)

    assert next(zone.kind for zone in page.cut if line in zone.text) is Z.BADGE


@pytest.mark.parametrize(
    "line", ["签约现场。霁川发布 图", "冷链园西侧插电车位 图/苇岸", "表1 华东样本库租金与空置率"]
)
def test_who_took_the_picture_shows_a_caption(line: str, tables: Tables) -> None:
    page = read(f"{TEXT}\n{line}\n{SENTENCE}", tables=tables)

    assert next(zone.kind for zone in page.body if line in zone.text) is Z.CAPTION


def test_rows_with_as_many_cells_are_a_table(tables: Tables) -> None:
    rows = ["指标 一期 二期", "投资额（亿元） 7.1 5.5", "产能（万吨） 6 6"]
    page = read(f"{TEXT}\n" + "\n".join(rows) + f"\n{SENTENCE}", tables=tables)

    assert [zone.text for zone in page.body if zone.kind is Z.TABLE] == rows


def test_titles_with_their_days_in_a_row_are_other_pages(tables: Tables) -> None:
    titles = [
        "[2026-05-21] 园区新开两条公交线",
        "[2026-05-17] 一批厂房即将交付",
        "[2026-05-02] 又签了三家",
    ]
    page = read(f"{TEXT}\n" + "\n".join(titles) + f"\n{SENTENCE}", tables=tables)

    assert not set(titles) & set(page.body_text.splitlines())


def test_how_often_a_page_was_read_may_stand_in_its_bar_to_share(tables: Tables) -> None:
    assert read(f"{TEXT}\n收藏 分享 阅读 1846", tables=tables).views.value == 1846
