"""Read pages of which each tells something else, and what their screens hold."""

from __future__ import annotations

import re
from random import Random

from tests.faces.desk.conftest import House

from zhuchao.apps.library import services
from zhuchao.apps.library.mapping import searchable
from zhuchao.apps.library.models import ReadPage, RepostCluster
from zhuchao.core.reading import read
from zhuchao.core.vocabulary.tables import Tables

LETTERS = [chr(each) for each in range(0x4E00, 0x5000)]
PAGE = """<html><head><title>示例高新区召开创新发展大会</title></head><body>
<div>首页 > 产业信息 > 正文</div><h1>示例高新区召开创新发展大会</h1>
<div>来源：示例日报　发布时间：2026-03-05</div>
<p>三月五日，示例高新区召开创新发展大会，{number} 个项目集中签约，总投资四十六亿元。</p>
<p>{story}。</p>
<table><tr><td>项目</td><td>投资</td></tr><tr><td>甲</td><td>1 亿元</td></tr></table>
<p>会议指出，要以科技创新引领产业升级，<b>&lt;script&gt;alert(1)&lt;/script&gt;</b>不断优化服务。</p>
<div>分享到：微信</div><div>联系人：王先生 13800000009</div>
<p>版权声明：本文版权归示例日报所有，转载请注明出处。</p></body></html>"""


def make_page(house: House, tables: Tables, number: int = 1, **columns: object) -> ReadPage:
    # Pages that tell the same are one cluster as they come.
    story = "".join(Random(number).choices(LETTERS, k=90))
    viewer, raw = house.viewer("officer"), PAGE.format(number=number, story=story).encode()
    intake = services.keep_intake(viewer, raw=raw, origin="paste")
    page = read(raw, tables=tables)
    record = services.confirm_page(viewer, intake.pk, page=page, corrections={})
    told = f"{columns.get('title', record.title)} {columns.get('source', record.source)}"
    ReadPage.objects.filter(pk=record.pk).update(**columns, searched=searchable(told))
    return ReadPage.objects.get(pk=record.pk)


def cluster_of(*pages: ReadPage) -> None:
    """One article, of which the first page is the origin."""
    found = RepostCluster.objects.create(
        organisation_id=pages[0].organisation_id, origin_id=pages[0].pk
    )
    ReadPage.objects.filter(pk__in=[each.pk for each in pages]).update(cluster=found)


def undo_in(content: str) -> str:
    found = re.search(r'class="notice__undo" method="post" action="([^"]+)"', content)
    assert found
    return found[1].replace("&amp;", "&")
