from __future__ import annotations

import pytest
from tests.core.reading.pages import SENTENCE, fixture

from zhuchao.core.reading import looks_like_page

MESSAGES = [
    "求租昆山或太仓单层厂房,两千到两千五百平,精密CNC,层高8米起,要有10吨行车,电250kva以上,26块以内,签三年。13800000001",
    "溧阳城北独栋单层,檐高12米,6800平,2000起分,10T行车两台,变压器800,有证能环评,6毛5,押二付三,免租两月",
    "整厂转让,地20亩,建面14600,剩38年,配电630加400,宿舍食堂都有,4500万,可走股权,无抵押",
    "联系人：王先生\n电话：13800000001\n面积：2000平\n地点：昆山",
    "位置：溧阳城北\n面积：3000平\n看房时间：今天10:30\n电话：13800000001",
    "所在位置：昆山\n来源不限，价格面议",
    "13800000001",
    "😀😀😀",
    "",
    "在吗",
]


@pytest.mark.parametrize(
    "name", ["portal.txt", "portal.html", "government-gb18030.html", "repost.html"]
)
def test_a_page_looks_like_one(name: str) -> None:
    assert looks_like_page(fixture(name))


def test_an_article_pasted_without_its_furniture_looks_like_a_page() -> None:
    paragraph = SENTENCE * 2

    assert looks_like_page(f"霁川新区召开调度会\n{paragraph}\n{paragraph}\n{paragraph}\n")


@pytest.mark.parametrize("message", MESSAGES)
def test_a_chat_message_does_not(message: str) -> None:
    assert not looks_like_page(message)


def test_bytes_that_cannot_be_read_are_no_page() -> None:
    assert not looks_like_page(bytes(500))
