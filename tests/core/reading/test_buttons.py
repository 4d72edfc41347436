"""What buttons say is read too."""

from __future__ import annotations

from zhuchao import tables
from zhuchao.core.reading import read

TOLD = "澄湖市高新区今天举行项目集中开工仪式，共有十二个项目开工，总投资超过八十亿元。"


def test_a_button_that_likes_is_counted() -> None:
    body = f"<h1>澄湖高新区十二个项目开工</h1><p>{TOLD}</p><p>{TOLD}</p>"
    raw = f"<html><body><div>{body}</div><button>赞 58</button></body></html>".encode()

    page = read(raw, tables=tables.load())

    assert page.likes.value == 58
