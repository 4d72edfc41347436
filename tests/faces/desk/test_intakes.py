"""A proposal is shown beside its original, corrected, confirmed, or set aside."""

from collections.abc import Callable

from django.test import Client
from tests.faces.desk.conftest import DEMAND, SUPPLY, House

from zhuchao.apps.enquiries import selectors as enquiries
from zhuchao.apps.library import selectors as library
from zhuchao.apps.library.models import MessageCorrection
from zhuchao.apps.properties import selectors as properties

CONFIRM = {"as": "message", "save_as": "demand"}


def test_the_original_stands_beside_its_fields(
    officer: Client, paste: Callable[[str], int]
) -> None:
    page = officer.get(f"/desk/intakes/{paste(DEMAND)}/").content.decode()

    assert "读作需求" in page
    assert page.count("<mark") >= 5
    assert 'value="2,000–2,500 ㎡"' in page
    assert "proposed--inferred" in page


def test_confirming_a_demand_makes_one_enquiry(
    officer: Client, house: House, paste: Callable[[str], int]
) -> None:
    number = paste(DEMAND)

    first = officer.post(f"/desk/intakes/{number}/confirm/", CONFIRM)
    again = officer.post(f"/desk/intakes/{number}/confirm/", CONFIRM)

    found = enquiries.enquiries(house.viewer("officer"))
    assert found.count() == 1
    assert first["Location"] == again["Location"] == f"/desk/enquiries/{found.get().pk}/"


def test_a_list_calls_a_page_by_its_title_and_says_what_it_was(
    officer: Client, paste: Callable[[str], int]
) -> None:
    body = "项目集中签约，总投资三十亿元。" * 20
    number = paste(f"当前位置：首页 > 正文\n园区项目集中签约\n2026-03-30 来源：日报\n{body}")
    officer.post(f"/desk/intakes/{number}/confirm/", {"as": "page", "title": "园区项目集中签约"})

    page = officer.get("/desk/intakes/").content.decode()

    assert f'href="/desk/intakes/{number}/">园区项目集中签约</a>' in page
    assert "当前位置" not in page
    assert "网页" in page.partition("<tbody>")[2]


def test_a_covered_name_in_front_is_no_heading(
    officer: Client, house: House, paste: Callable[[str], int]
) -> None:
    number = paste(f"张总：{DEMAND}")
    officer.post(f"/desk/intakes/{number}/confirm/", CONFIRM)
    enquiry = enquiries.enquiries(house.viewer("officer")).get()

    page = officer.get(f"/desk/enquiries/{enquiry.pk}/").content.decode()

    heading = page.partition("<h1>")[2].partition("</h1>")[0]
    assert not heading.startswith("＊")
    assert heading.endswith("…")


def test_a_correction_counts_and_is_read_like_a_message(
    officer: Client, house: House, paste: Callable[[str], int]
) -> None:
    number = paste(DEMAND)
    page = officer.get(f"/desk/intakes/{number}/")
    row = next(each for each in page.context["rows"] if each.term.key == "area")

    officer.post(f"/desk/intakes/{number}/confirm/", CONFIRM | {row.name: "３０００平"})

    terms = enquiries.enquiries(house.viewer("officer")).get().terms
    area = next(term for term in terms if term["key"] == "area")
    assert (area["value"]["low"], area["state"]) == (3000, "given")


def test_a_correction_that_cannot_be_read_is_told_at_its_field(
    officer: Client, house: House, paste: Callable[[str], int]
) -> None:
    number = paste(DEMAND)
    page = officer.get(f"/desk/intakes/{number}/")
    row = next(each for each in page.context["rows"] if each.term.key == "area")

    answer = officer.post(f"/desk/intakes/{number}/confirm/", CONFIRM | {row.name: "很大很大"})

    assert answer.status_code == 422
    assert "没有读懂" in answer.content.decode()
    assert "很大很大" in answer.content.decode()
    assert not enquiries.enquiries(house.viewer("officer")).exists()


def test_an_emptied_field_is_left_out_and_an_added_one_kept(
    officer: Client, house: House, paste: Callable[[str], int]
) -> None:
    number = paste(DEMAND)
    page = officer.get(f"/desk/intakes/{number}/")
    row = next(each for each in page.context["rows"] if each.term.key == "crane")

    officer.post(f"/desk/intakes/{number}/confirm/", CONFIRM | {row.name: "", "add-gas": "是"})

    keys = {t["key"] for t in enquiries.enquiries(house.viewer("officer")).get().terms}
    assert "crane" not in keys
    assert "gas" in keys


def test_a_supply_becomes_an_offer_with_a_title(
    officer: Client, house: House, paste: Callable[[str], int]
) -> None:
    number = paste(SUPPLY)

    officer.post(f"/desk/intakes/{number}/confirm/", {"as": "message", "save_as": "supply"})

    offer = properties.offers(house.viewer("officer")).get()
    assert "溧阳" in offer.title
    assert "13800000002" not in offer.text


def test_a_chat_is_told_as_such_and_can_still_be_kept(
    officer: Client, house: House, paste: Callable[[str], int]
) -> None:
    number = paste("今天天气不错，晚上一起吃饭")

    page = officer.get(f"/desk/intakes/{number}/").content.decode()
    officer.post(f"/desk/intakes/{number}/confirm/", CONFIRM)

    assert "既不像需求，也不像房源" in page
    assert "按需求读" in page
    assert "按房源读" in page
    assert enquiries.enquiries(house.viewer("officer")).count() == 1


def test_what_an_officer_says_a_message_is_it_is_read_as(
    officer: Client, paste: Callable[[str], int]
) -> None:
    number = paste("溧阳城北 2000平 层高8米 18块 已成交 恭喜李总")

    page = officer.get(f"/desk/intakes/{number}/").content.decode()
    read = officer.get(f"/desk/intakes/{number}/?as=supply").content.decode()
    officer.post(f"/desk/intakes/{number}/confirm/", {"as": "supply", "save_as": "supply"})

    assert "2,000 ㎡" not in page
    assert "2,000 ㎡" in read
    assert "按您说的读作房源" in read
    assert '<input type="hidden" name="as" value="supply">' in read
    corrected = set(MessageCorrection.objects.values_list("field", "was", "now"))
    assert ("side", "neither", "supply") in corrected
    assert "area" not in {field for field, _, _ in corrected}


def test_setting_aside_can_be_undone(officer: Client, paste: Callable[[str], int]) -> None:
    number = paste(DEMAND)

    aside = officer.post(f"/desk/intakes/{number}/set-aside/", follow=True).content.decode()
    back = officer.post(f"/desk/intakes/{number}/restore/", follow=True).content.decode()

    assert "撤销搁置" in aside
    assert "确认为需求" in back


def test_a_confirmed_intake_covers_its_persons(
    officer: Client, paste: Callable[[str], int]
) -> None:
    number = paste(DEMAND)
    officer.post(f"/desk/intakes/{number}/confirm/", CONFIRM)

    page = officer.get(f"/desk/intakes/{number}/").content.decode()

    assert "13800000001" not in page
    assert "确认为需求" not in page


def test_a_refused_act_is_told_on_the_page(officer: Client, paste: Callable[[str], int]) -> None:
    number = paste(DEMAND)
    officer.post(f"/desk/intakes/{number}/confirm/", CONFIRM)

    answer = officer.post(f"/desk/intakes/{number}/set-aside/")

    assert answer.status_code == 409
    assert "不能再搁置" in answer.content.decode()


def test_another_team_does_not_see_it(
    signed_in: Callable[[str], Client], paste: Callable[[str], int]
) -> None:
    number = paste(DEMAND)
    stranger = signed_in("stranger")

    assert stranger.get(f"/desk/intakes/{number}/").status_code == 404
    assert stranger.post(f"/desk/intakes/{number}/confirm/", CONFIRM).status_code == 404
    assert signed_in("section_head").get(f"/desk/intakes/{number}/").status_code == 200


def test_confirming_a_supply_again_leads_to_the_same_offer(
    officer: Client, house: House, paste: Callable[[str], int]
) -> None:
    number = paste("无锡新吴区标准厂房2000平出租，租金22元/平/月，联系 司马青衫 13800000003")
    rows = officer.get(f"/desk/intakes/{number}/").context["rows"]
    typed = {row.name: row.text for row in rows} | {"as": "message", "save_as": "supply"}

    first = officer.post(f"/desk/intakes/{number}/confirm/", typed)
    again = officer.post(f"/desk/intakes/{number}/confirm/", typed)

    offer = properties.offers(house.viewer("officer")).get()
    assert first["Location"] == again["Location"] == f"/desk/offers/{offer.pk}/"


def test_confirming_as_something_else_afterwards_is_refused(
    officer: Client, paste: Callable[[str], int]
) -> None:
    number = paste(SUPPLY)
    officer.post(f"/desk/intakes/{number}/confirm/", {"as": "message", "save_as": "supply"})

    assert officer.post(f"/desk/intakes/{number}/confirm/", CONFIRM).status_code == 409


OFFERS = "昆山厂房出租，看房联系王经理13800000101\n1、2000平，层高8米，22元/月\n2、3500平，20元/月"


def test_a_text_of_several_messages_is_split_into_single_ones(
    officer: Client, house: House, paste: Callable[[str], int]
) -> None:
    number = paste(OFFERS)
    page = officer.get(f"/desk/intakes/{number}/").content.decode()
    assert "像是有 2 条消息" in page

    answer = officer.post(f"/desk/intakes/{number}/split/", follow=True)

    assert "已分成 2 条待确认" in answer.content.decode()
    found = library.intakes(house.viewer("officer"), states=("proposed",))
    texts = [library.raw_of(house.viewer("officer"), each.pk).decode() for each in found]
    assert len(texts) == 2
    assert all(text.startswith("昆山厂房出租，看房联系王经理13800000101\n") for text in texts)
    assert "已搁置" in officer.get(f"/desk/intakes/{number}/").content.decode()


def test_one_message_is_not_split(officer: Client, paste: Callable[[str], int]) -> None:
    number = paste(DEMAND)
    assert "条消息</h2>" not in officer.get(f"/desk/intakes/{number}/").content.decode()

    answer = officer.post(f"/desk/intakes/{number}/split/")

    assert answer.status_code == 409
    assert "不用分" in answer.content.decode()


def test_who_spoke_in_a_chat_stands_before_what_was_said(
    officer: Client, house: House, paste: Callable[[str], int]
) -> None:
    asked = "张经理 2026/3/2 14:05\n求租昆山厂房2000平\n"
    number = paste(f"{asked}王姐 2026/3/2 14:10\n出租太仓厂房3500㎡，0.7元/㎡/天")

    officer.post(f"/desk/intakes/{number}/split/")

    found = library.intakes(house.viewer("officer"), states=("proposed",))
    texts = {library.raw_of(house.viewer("officer"), each.pk).decode() for each in found}
    assert texts == {"张经理：求租昆山厂房2000平", "王姐：出租太仓厂房3500㎡，0.7元/㎡/天"}
