"""People: names of every origin beside offices told in every way."""

from __future__ import annotations

import pytest
from tests.core.facts.pages import facts_of

PEOPLE = {
    "合作社理事长乌兰图雅一边打包一边说，驻村第一书记布仁巴雅尔帮着装车。": [
        "乌兰图雅",
        "布仁巴雅尔",
    ],
    "扎西次仁，男，藏族，1984年3月生，现任区投资促进局副局长。": ["扎西次仁"],
    "同意聘任汉斯·穆勒（Hans Müller）先生为公司副总经理。": ["汉斯·穆勒"],
    "副领事、总领事馆经济领事苏菲·马丁致辞。": ["苏菲·马丁"],
    "高新区管委会副主任裴向前介绍了情况。": ["裴向前"],
    "县委常委、副县长（援疆）浦江清也没有休息。": ["浦江清"],
    "经董事长吉星提名，会议同意聘任。": ["吉星"],
    "覃桂枝（女，壮族）为县人民代表大会常务委员会主任。": ["覃桂枝"],
    "（记者 水均益 通讯员 乔娜 罗一刀）": ["水均益", "乔娜", "罗一刀"],
    "协会会长松下幸一参加。": ["松下幸一"],
    "同意莫雨桐、Kim Young-ho、薛白为非独立董事候选人。": ["莫雨桐", "Kim Young-ho", "薛白"],
    "企业老板都认得招商干部卞之琳。": ["卞之琳"],
    "是卞主任连夜打的电话。": [],
    "会长邢育森、常务副会长李大嘴参加座谈。": ["邢育森", "李大嘴"],
    "客商李观澜，任温州市帆海阀门有限公司总经理。": ["李观澜"],
}
NOBODY = (
    "仁怀经开区党工委书记：白酒配套怎样配",
    "欢迎海内外客商前来投资。",
    "现将评审专家公示如下。",
    "杨柳坪村党支部书记参加会议。",
    "阿里巴巴总裁来访。",
)
OFFICES = {
    "杭州市原副市长、浙江大学兼职教授项楚认为，要讲长期主义。": ["原副市长", "大学兼职教授"],
    "公司原总经理滕达先生因到龄退休，于近日辞去总经理及董事职务。": ["原总经理", "总经理", "董事"],
    "副链长水清（副县长）、花满楼（县农业农村局局长）。": ["副链长", "县农业农村局局长"],
    "江雷，中国科学院院士，北京航空航天大学教授；文静，副教授。": ["教授"],
    "于凤鸣同志任县投资促进中心党组书记，提名为县投资促进中心主任人选。": ["主任"],
    "董事会秘书及证券投资部负责人符号女士解释本公告。": ["董事会秘书", "证券投资部负责人"],
    "如今，由田野任董事长的柳坪茶业有限公司种有机茶。": ["董事长"],
}


@pytest.mark.parametrize(("text", "names"), PEOPLE.items())
def test_a_name_of_any_origin_is_told_whole(text: str, names: list[str]) -> None:
    told = facts_of(text).people

    assert [each.name.value for each in told] == names


@pytest.mark.parametrize("text", NOBODY)
def test_a_word_beside_an_office_is_nobody(text: str) -> None:
    assert not facts_of(text).people


@pytest.mark.parametrize(("text", "offices"), OFFICES.items())
def test_offices_told_in_any_way_are_the_persons(text: str, offices: list[str]) -> None:
    told = [title for each in facts_of(text).people for title in each.titles]

    assert [each for each in offices if not any(t.endswith(each) for t in told)] == []
