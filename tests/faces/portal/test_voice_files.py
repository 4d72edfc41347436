"""/voices/…/take-down/ with files on a day that has taken enough of them."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.faces.portal.conftest import Park

from zhuchao.apps.publishing import evidence, selectors
from zhuchao.apps.publishing.evidence import MEGABYTE

ASKED = {
    "asks_as": "rights_owner",
    "ground": "copyright",
    "part": "第二段的现场图片",
    "told": "图片是我拍的，没有许可过转载。",
    "evidence": "https://photo.example.cn/7",
    "name": "王小苇",
    "telephone": "139 0000 0417",
    "consent": "on",
}


def asked(client: Client, page_id: int, *, key: str = "", megabytes: int = 0) -> Any:
    filled: dict[str, Any] = ASKED | {"key": key or str(uuid4())}
    if megabytes:
        content = b"%PDF-1.7\n" + bytes(megabytes * MEGABYTE)
        filled["proofs"] = [SimpleUploadedFile("证书.pdf", content)]
    return client.post(f"/voices/{page_id}/take-down/", filled)


@pytest.mark.parametrize(
    ("bound", "said"),
    [("A_DAY_OF_ONE_BYTES", "今天从这个网络附的文件"), ("A_DAY_BYTES", "今天收到的附件已满")],
)
def test_what_was_typed_stays_and_goes_without_the_files(
    client: Client, park: Park, page_id: int, monkeypatch: pytest.MonkeyPatch, bound: str, said: str
) -> None:
    monkeypatch.setattr(evidence, bound, 3 * MEGABYTE)
    assert asked(client, page_id, megabytes=2).status_code == 302

    answer = asked(client, page_id, megabytes=2)

    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert "请先不附文件提交" in page
    assert "刚才选的文件浏览器没有保留" in page
    for name in ("part", "told", "evidence", "name", "telephone"):
        assert ASKED[name] in page, name
    assert re.search(r'value="copyright"[^>]* checked', page)
    key = re.search(r'name="key" value="([^"]+)"', page)
    assert key is not None
    assert asked(client, page_id, key=key[1]).status_code == 302
    assert selectors.voices(park.editor, "takedown").count() == 2
