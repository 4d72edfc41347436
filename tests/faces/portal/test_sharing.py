"""What stands on pages to be passed on: a code, an address, a few lines for a chat."""

from django.test import Client
from tests.faces.portal.conftest import Park, Publish, PutUp


def lines_of(page: str) -> list[str]:
    return page.partition('id="share-text"')[2].partition(">")[2].partition("</")[0].splitlines()


def test_an_offer_is_passed_on_with_its_key_figures(client: Client, put_up: PutUp) -> None:
    code = put_up("沿河单层厂房")

    page = client.get(f"/offers/{code}/").content.decode()

    address = f"http://testserver/offers/{code}/"
    assert lines_of(page) == [
        "【沿河单层厂房】", "面积：2,000 ㎡", "租金：20 元/㎡/月", address,
    ]  # fmt: skip
    assert f'id="share-address" value="{address}" readonly' in page
    assert "<svg" in page
    for act in ("link", "text", "code"):
        assert f'data-share="{act}"' in page


def test_an_offer_without_price_says_so(client: Client, put_up: PutUp) -> None:
    code = put_up("价格可谈的厂房", rent=None)

    assert "价格面议" in lines_of(client.get(f"/offers/{code}/").content.decode())


def test_an_article_is_passed_on_with_its_address(client: Client, publish: Publish) -> None:
    address = publish("厂房二期封顶")

    page = client.get(address).content.decode()

    assert lines_of(page)[0] == "【厂房二期封顶】"
    assert lines_of(page)[-1].endswith(client.get(address).wsgi_request.path)
    assert 'data-share="link"' in page


def test_an_article_is_passed_on_with_its_own_clauses_of_figures(
    client: Client, publish: Publish
) -> None:
    text = (
        "澄湖高新区位于长三角中部，规划面积三十八平方公里。现有规模以上工业企业一百六十八家，"
        "高新技术企业一百零五家，欢迎来访。"
    )

    page = client.get(publish("园区简介", text)).content.decode()

    assert lines_of(page)[1:-1] == [
        "规划面积三十八平方公里", "现有规模以上工业企业一百六十八家", "高新技术企业一百零五家",
    ]  # fmt: skip


def test_a_thousand_is_not_cut_and_one_of_something_is_no_figure(
    client: Client, publish: Publish
) -> None:
    text = "这是一个新的开始,一期建成厂房12,500平方米，见第三条。"

    page = client.get(publish("一期建成", text)).content.decode()

    assert lines_of(page)[1:-1] == ["一期建成厂房12,500平方米"]


def test_a_form_of_no_page_has_nothing_to_pass_on(client: Client, park: Park) -> None:
    assert "data-share" not in client.get("/enquire/").content.decode()
