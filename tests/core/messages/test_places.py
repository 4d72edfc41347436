"""Zones and towns below a division are part of the place; what one only passes is none."""

from __future__ import annotations

import pytest

from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.enquiry import first
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, PlaceRef


def places(text: str, tables: Tables) -> set[tuple[str, str]]:
    term = first(parse(text, tables).terms, FieldKey.PLACE)
    value = term.read.value if term else ()
    items = value if isinstance(value, tuple) else ()
    return {(each.name, each.code) for each in items if isinstance(each, PlaceRef)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("晋江陈埭厂房出租1800平", {("晋江陈埭", "350582")}),
        ("重庆两江新区照母山写字楼出租", {("两江新区照母山", "500157")}),
        ("郑州航空港区工业用地招商", {("郑州航空港区", "410100")}),
        ("找厂房，洛阳涧西或者高新区都行", {("涧西", "410305"), ("高新区", "410300")}),
        ("求租厂房，昆山张浦、陆家均可", {("昆山张浦", "320583"), ("昆山陆家", "320583")}),
        ("合肥肥西桃花镇仓库出租", {("肥西桃花镇", "340123")}),
        ("出租启东滨海园厂房", {("启东滨海园", "320681")}),
        ("常州武进洛阳镇土地转让30亩", {("武进洛阳镇", "320412")}),
        ("求租北京亦庄、通州厂房", {("北京亦庄", "110115"), ("通州", "110112")}),
        ("溧阳城北厂房出租", {("溧阳", "320481")}),
        ("昆山优质厂房出租", {("昆山", "320583")}),
        ("博罗石湾厂房出租，近深圳", {("博罗石湾", "441322")}),
        ("我公司在常州，想在溧阳租厂房", {("溧阳", "320481")}),
        ("常州镇江二选一，求地50亩", {("常州", "320400"), ("镇江", "321100")}),
    ],
)  # fmt: skip
def test_a_place_is_told_as_narrowly_as_it_is_named(
    text: str, expected: set[tuple[str, str]], tables: Tables
) -> None:
    assert places(text, tables) == expected


def test_a_place_that_is_turned_away_speaks_of_a_demand(tables: Tables) -> None:
    message = parse("不要昆山的，太仓常熟都可以，2000平仓库", tables)

    stances = {
        each.name: term.stance.value
        for term in message.terms
        if term.key is FieldKey.PLACE and isinstance(term.read.value, tuple)
        for each in term.read.value
        if isinstance(each, PlaceRef)
    }
    assert type(message).__name__ == "Enquiry"
    assert stances == {"昆山": "excluded", "太仓": "hard", "常熟": "hard"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("亦庄找仓库2000平", {("亦庄", "110115")}),
        ("出租：瓜沥独院厂房1500平", {("瓜沥", "330109")}),
        ("临港求租厂房1000平", {("临港", "")}),
        ("浦东写字楼出租", {("浦东", "310115")}),
        ("虎门厂房出租1200平", {("虎门", "441900")}),
        ("龙华厂房出租1200平", {("龙华", "440309")}),
        ("太平厂房出租1200平", set()),
        ("空港厂房出租1200平", set()),
        ("求租厂房，长期做新桥梁构件", set()),
    ],
)
def test_who_lives_there_names_a_quarter_without_its_city(
    text: str, expected: set[tuple[str, str]], tables: Tables
) -> None:
    assert places(text, tables) == expected


def test_a_quarter_that_several_cities_have_is_no_more_than_inferred(tables: Tables) -> None:
    term = first(parse("临港求租厂房1000平", tables).terms, FieldKey.PLACE)

    assert term is not None
    assert term.read.state.value == "inferred"
    assert "不止一处" in term.read.why


def told_places(text: str, tables: Tables) -> tuple[set[str], set[str]]:
    """The names asked for, and those turned away."""
    asked, away = set[str](), set[str]()
    for term in parse(text, tables).terms:
        if term.key is FieldKey.PLACE and isinstance(term.read.value, tuple):
            names = {each.name for each in term.read.value if isinstance(each, PlaceRef)}
            (away if term.stance.value == "excluded" else asked).update(names)
    return asked, away


@pytest.mark.parametrize(
    ("text", "asked", "away"),
    [
        ("求租昆山陆家/千灯厂房1000平", {"昆山陆家", "昆山千灯"}, set()),
        ("晋江内坑 独栋厂房出租1600平", {"晋江内坑"}, set()),
        ("胶州李哥庄 制帽厂三楼出租1150㎡", {"胶州李哥庄"}, set()),
        ("帮人在鹤山某地找仓，共和、址山两地，2000平", {"共和", "址山"}, set()),
        ("南通通州湾高标仓出租7800㎡", {"南通通州湾"}, set()),
        ("龙华大浪工业园三楼1650方招租", {"龙华大浪工业园"}, set()),
        ("苏州工业园区胜浦厂房出租2150㎡", {"苏州胜浦"}, set()),
        ("常州天宁青龙街道厂房出租900平", {"天宁青龙街道"}, set()),
        ("求租昆山厂房，千灯优先，2000平", {"昆山", "千灯"}, set()),
        ("求租滁州或来安厂房3000平", {"滁州", "来安"}, set()),
        ("无锡的朋友，梁溪或者滨湖有没有80平写字楼求租", {"梁溪", "滨湖"}, set()),
        ("求租厂房3000平，大兴或者亦庄，通州不要", {"大兴", "亦庄"}, {"通州"}),
        ("石狮 蚶湖工业区 五楼出租1850㎡", {"石狮蚶湖工业区"}, set()),
        ("芜湖鸠江 湾里机电园 3楼出租950㎡", {"鸠江湾里机电园"}, set()),
        ("无锡惠山 堰里街道 厂房出租6900㎡", {"惠山堰里街道"}, set()),
        ("厂房出租2960㎡【上海金山】\n位置：漕浜工业区，近高速", {"金山漕浜工业区"}, set()),
        ("长春有400平库房求租吗 宽城绿园都行", {"宽城", "绿园"}, set()),
        ("浙江台州路桥厂房出租380平", {"路桥"}, set()),
        ("求租苏北厂房2000平，宿迁泗阳、沭阳", {"泗阳", "沭阳"}, set()),
    ],
)
def test_a_town_is_known_by_the_division_that_it_lies_in(
    text: str, asked: set[str], away: set[str], tables: Tables
) -> None:
    assert told_places(text, tables) == (asked, away)


@pytest.mark.parametrize(
    ("text", "asked", "away"),
    [
        ("求租仓库2000平，新都或者青白江，彭州那边莫推", {"新都", "青白江"}, {"彭州"}),
        ("求租厂房3000平，意向区域：武进、金坛（溧阳不考虑）", {"武进", "金坛"}, {"溧阳"}),
        ("✅天津静海/西青 ❌武清 求租厂房6000㎡", {"静海", "西青"}, {"武清"}),
        ("找厂房1500平，莫推眉山的，德阳什邡就行", {"什邡"}, {"眉山"}),
        ("求租厂房2000平，仪征、江都，扬州那边太贵不要了", {"仪征", "江都"}, {"扬州"}),
        ("非昆山不要，求租厂房2000平", {"昆山"}, set()),
        ("慈溪勿要忒偏，求租厂房1000平", {"慈溪"}, set()),
        ("昆山不考虑二楼，求租一楼厂房1000平", {"昆山"}, set()),
    ],
)
def test_a_place_is_turned_away_by_the_words_at_it_alone(
    text: str, asked: set[str], away: set[str], tables: Tables
) -> None:
    assert told_places(text, tables) == (asked, away)


@pytest.mark.parametrize(
    "said",
    [
        "深圳南山一家做隔膜的企业",
        "现厂在武进",
        "目前在亦庄租用800平",
        "企业现有厂房4500㎡，位于新北",
        "在沈阳已有工厂5万㎡",
        "此前在上饶谈过一轮",
        "另说余姚老厂年底前腾退",
        "上周看了龙泉一家",
        "前期看的江津那个没有气",
        "我们是临沂过来的",
        "厂子现在无锡前洲",
        "我厂在宁海西店",
        "大门朝滨海公路",
        "我老家徐州邳州的",
        "在杭州干了十年板材贴面",
        "团队在上海张江",
        "现址斗门850㎡",
        "在亳州待够了",
        "目前使用的未央库区12月到期",
        "临江不临江无所谓",
    ],
)
def test_where_somebody_stands_or_was_is_no_place_that_is_asked_for(
    said: str, tables: Tables
) -> None:
    asked, away = told_places(f"求租厂房2000平，意向如皋、海安。{said}", tables)

    assert (asked, away) == ({"如皋", "海安"}, set())


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("客户在昆山要找厂房2000平", {"昆山"}),
        ("客户现在昆山找厂房2000平", {"昆山"}),
        ("求购烟台福山的旧厂，地15亩以上", {"福山"}),
        ("江油一家机械厂转让，厂房1.9万㎡", {"江油"}),
        ("都匀经开区国有平台公司标准厂房招租3000㎡", {"都匀经开区"}),
        ("本人在遵义播州租的厂房860平转租", {"播州"}),
        ("保定徐水高速口旁厂房出租2000平", {"徐水"}),
        ("因本厂搬去如皋，海门三星镇厂房转让4700平", {"海门三星镇"}),
    ],
)
def test_words_at_a_place_do_not_turn_away_what_is_meant(
    text: str, asked: set[str], tables: Tables
) -> None:
    assert told_places(text, tables) == (asked, set())


@pytest.mark.parametrize(
    "text",
    ["昆山，三楼1200平厂房出租", "昆山人民路厂房出租1200平", "昆山优质厂房出租1200平"],
)
def test_what_only_sounds_like_a_town_is_none(text: str, tables: Tables) -> None:
    assert told_places(text, tables) == ({"昆山"}, set())


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("如皋枫溪厂房出租1200平", {"如皋枫溪"}),
        ("求购章丘柳渡的厂房，3000平以内", {"章丘柳渡"}),
        ("位置：邹平·麻石，厂房1200平出租", {"邹平麻石"}),
        ("邳州 石湖荡 厂房出租 1200平", {"邳州石湖荡"}),
        ("急租，靖江黄泥岗和沈家集两地，厂房2000平", {"靖江黄泥岗", "靖江沈家集"}),
        ("昆山豪华写字楼出租1200平", {"昆山"}),
        ("昆山便宜仓库出租1200平", {"昆山"}),
        ("昆山 急转 厂房 1200平", {"昆山"}),
    ],
)
def test_a_name_that_no_table_knows_is_believed_by_its_characters(
    text: str, asked: set[str], tables: Tables
) -> None:
    assert told_places(text, tables) == (asked, set())


@pytest.mark.parametrize(
    "said",
    [
        "请反馈地块图和政策",
        "形状方正",
        "挪威海产进口",
        "给座金山也不换",
        "从化工园区迁出",
        "环评高要求",
    ],
)
def test_a_division_inside_of_other_words_is_none(said: str, tables: Tables) -> None:
    assert told_places(f"求租如皋厂房2000平，{said}", tables) == ({"如皋"}, set())
