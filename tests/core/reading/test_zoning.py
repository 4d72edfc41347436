from __future__ import annotations

import pytest
from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.vocabulary.page import ZoneKind as Z
from zhuchao.core.vocabulary.tables import Tables

HEAD = f"霁川新区召开项目调度会\n发布时间：2024-05-06　来源：霁川发布\n{SENTENCE}\n"

LINES_BELOW_THE_TEXT = [
    ("责任编辑：米可心", Z.EDITOR),
    ("（责编：米可心、纪南舟）", Z.EDITOR),
    ("本期编辑 米可心返回网易,查看更多", Z.EDITOR),
    ("联系电话：0555-6600118", Z.CONTACT),
    ("顾北辰微信号", Z.CONTACT),
    ("长按/扫一扫加顾北辰的微信号", Z.CONTACT),
    ("13800000001", Z.CONTACT),
    ("版权声明:本文由霁川网发布,如需转载请注明出处。", Z.NOTICE),
    ("如有侵权请联系我们删除", Z.NOTICE),
    ("分享到：微信 微博", Z.SHARE),
    ("👍 有用 33 ⭐ 收藏 ↗ 分享", Z.SHARE),
    ("觉得有用，点个“赞”和“在看”再走呗👇", Z.SHARE),
    ("长按识别二维码，加入厂长茶话群", Z.SHARE),
    ("赞 21 在看 8", Z.SHARE),
    ("本文为霁川原创稿件，转载请联系授权，违者必究。", Z.NOTICE),
    ("转让涉及大额资金，请勿私下支付定金，谨防诈骗。", Z.NOTICE),
    ("投稿邮箱：tougao@jichuan.example", Z.CONTACT),
    ("© 2015-2026 霁川网 苏ICP备00000157号 客服 400-000-1190", Z.NAVIGATION),
    ("标签：园区 冷库", Z.META),
    ("干部群众为这项改革点赞", Z.PARAGRAPH),
    ("值得关注的是三个变化", Z.PARAGRAPH),
    ("来源：霁川日报", Z.META),
    ("附件：1.申报表.docx", Z.ATTACHMENT),
    ("上一篇：霁川新区发布新政", Z.NAVIGATION),
    ("网站标识码：3200000001 技术支持：霁川信息中心", Z.NAVIGATION),
    ("主办单位：霁川新区管委会", Z.PARAGRAPH),
    ("审核通过的企业可以入驻", Z.PARAGRAPH),
    ("关注企业用工需求", Z.PARAGRAPH),
    ("分享会在园区举行，来了六十家企业。", Z.PARAGRAPH),
    ("评论认为，这一做法值得推广。", Z.PARAGRAPH),
    ("发言人表示，这一说法不代表新区的立场。", Z.PARAGRAPH),
    ("一、总体要求", Z.HEADING),
    ("会上，三家企业作了交流发言。", Z.PARAGRAPH),
    ("编辑部的同志也参加了会议，并与企业代表进行了深入的交流。", Z.PARAGRAPH),
]


@pytest.mark.parametrize(("line", "kind"), LINES_BELOW_THE_TEXT)
def test_a_line_below_the_text_is_classed_by_its_wording(
    line: str, kind: Z, tables: Tables
) -> None:
    page = read(HEAD + line, tables=tables)

    (zone,) = [zone for zone in (*page.body, *page.cut) if line in zone.text]
    assert zone.kind is kind


@pytest.mark.parametrize(("line", "kind"), LINES_BELOW_THE_TEXT)
def test_a_line_is_of_the_same_kind_with_a_dom(line: str, kind: Z, tables: Tables) -> None:
    lines = "".join(f"<p>{text}</p>" for text in (*HEAD.splitlines()[1:], SENTENCE, line))
    markup = f"<html><body><div><h1>{HEAD.splitlines()[0]}</h1>{lines}</div></body></html>"

    page = read(markup, tables=tables)

    zones = [zone for zone in (*page.body, *page.cut) if line in zone.text]
    assert [zone.kind for zone in zones] == [kind]


def test_after_the_head_of_a_related_list_nothing_is_body(tables: Tables) -> None:
    page = read(f"{HEAD}相关文章\n另一个园区的消息\n另一个园区的消息\n{SENTENCE}", tables=tables)

    assert page.body_text == SENTENCE
    assert [(item.title, item.excerpt) for item in page.related] == [("另一个园区的消息", SENTENCE)]


def test_a_list_of_hot_pages_is_no_related_list(tables: Tables) -> None:
    page = read(f"{HEAD}热门文章\n园区企业用工服务指南", tables=tables)

    assert page.related == ()
    assert "用工" not in page.body_text


def test_comments_longer_than_the_text_are_no_body(tables: Tables) -> None:
    comments = "".join(f"<li class=comment><p>{SENTENCE}{n}</p></li>" for n in range(9))
    markup = (
        f"<html><body><div class=main><h1>霁川新区召开项目调度会</h1><div><p>{SENTENCE}</p>"
        f"<p>{SENTENCE}</p></div><ul class=comments>{comments}</ul></div></body></html>"
    )

    page = read(markup, tables=tables)

    assert page.body_text == f"{SENTENCE}\n{SENTENCE}"


def test_scripts_and_hidden_parts_are_not_read(tables: Tables) -> None:
    markup = (
        f"<html><body><h1>霁川新区召开项目调度会</h1><script>var a = '<p>脚本</p>'</script>"
        f"<div style='display: none'>隐藏</div><p>{SENTENCE}</p><!-- 注释 --></body></html>"
    )

    page = read(markup, tables=tables)

    assert page.text == f"霁川新区召开项目调度会\n{SENTENCE}"


def test_short_lines_between_the_title_and_its_bar_tell_whose_page_it_is(tables: Tables) -> None:
    head = "旧纱厂里住进六十三家企业\n运河边说产业\n产业园区从业者\n3小时前 · 江苏\n关注"
    page = read(f"{head}\n{SENTENCE}\n{SENTENCE}", tables=tables)

    assert page.author.value == "运河边说产业"
    assert page.body_text == f"{SENTENCE}\n{SENTENCE}"


def test_a_name_above_the_title_with_a_button_to_follow_it_is_the_author(tables: Tables) -> None:
    page = read(f"阿糯开烘焙工厂\n关注\n租厂房要先看三件事\n{SENTENCE}\n{SENTENCE}", tables=tables)

    assert (page.title.value, page.author.value) == ("租厂房要先看三件事", "阿糯开烘焙工厂")


def test_a_summary_above_the_region_belongs_to_the_body(tables: Tables) -> None:
    markup = (
        f"<html><body><div><h1>霁川新区召开项目调度会</h1><div class=lead>{SENTENCE}</div></div>"
        f"<div class=text><p>{SENTENCE}</p><p>{SENTENCE}</p><p>{SENTENCE}</p></div></body></html>"
    )

    assert read(markup, tables=tables).body_text == "\n".join([SENTENCE] * 4)


def test_labels_and_values_on_lines_of_their_own_are_a_table(tables: Tables) -> None:
    cells = "售价\n3600万元\n土地面积\n22.4亩\n变压器\n400kVA一台、250kVA一台\n现状\n租约6月底到期"
    page = read(f"湖西区22亩厂区转让\n发布时间：2024-05-06\n{cells}\n{SENTENCE}", tables=tables)

    table = [zone.text for zone in page.body if zone.kind is Z.TABLE]
    assert table == cells.splitlines()


def test_the_link_back_to_the_source_is_no_part_of_the_last_paragraph(tables: Tables) -> None:
    markup = (
        f"<html><body><div><h1>霁川新区召开项目调度会</h1><p>{SENTENCE}</p>"
        f"<p>{SENTENCE}<a href='/'>返回云禾，查看更多</a></p></div></body></html>"
    )
    page = read(markup, tables=tables)

    assert page.body_text == f"{SENTENCE}\n{SENTENCE}"
    assert page.source.value == "云禾"


def test_dates_of_comments_tell_nothing_of_the_page(tables: Tables) -> None:
    page = read(f"{HEAD}{SENTENCE}\n热门评论 2条\n2小时前 江苏\n老中医", tables=tables)

    assert [z.text for z in page.cut if z.kind is Z.META] == [HEAD.splitlines()[1]]


def test_labels_with_their_values_are_a_table_wherever_they_stand(tables: Tables) -> None:
    facts = ["租金19元/㎡/月", "面积：5860㎡", "层高：8.5米"]
    shown = "".join(f"<div class=k>{fact}</div>" for fact in facts)
    markup = (
        f"<html><body><div class=top><h1>望塘路单层厂房出租</h1>{shown}</div>"
        f"<div class=text>{f'<p>{SENTENCE}</p>' * 3}</div></body></html>"
    )

    page = read(markup, tables=tables)

    assert [zone.text for zone in page.body if zone.kind is Z.TABLE] == facts


def test_what_is_asked_and_answered_is_no_heading(tables: Tables) -> None:
    asked = "主持人：下一步还有哪些打算？"
    head = "首页 > 访谈\n在线访谈：怎么接得住\n2024-05-06\n主持人：请先介绍情况？"
    page = read(f"{head}\n嘉宾：{SENTENCE}\n{asked}\n嘉宾：{SENTENCE}", tables=tables)

    assert next(zone.kind for zone in page.body if zone.text == asked) is Z.PARAGRAPH
