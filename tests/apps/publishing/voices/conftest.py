"""A live article, who edits it, and forms as readers send them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from tests.apps.publishing.conftest import Committed
from tests.apps.publishing.people import channel, organisation, person, written

from zhuchao.apps.people.viewer import PUBLIC, Role, Viewer
from zhuchao.apps.publishing import services
from zhuchao.apps.publishing.models import ArticlePage, Comment, Takedown

TODAY = date(2026, 3, 31)
TEXT = "澄湖高新区二期开园，总投资 46 亿元。\n首批十二家企业签约。\n联系人王小苇，住湖滨路 8 号。"
ASKED = services.Asked(
    asks_as="named",
    ground="personal",
    told="文中写了我的住址，我没有同意。",
    name="王小苇",
    telephone="13900000417",
)


@dataclass(frozen=True)
class House:
    """An article before the public, and viewers whose rights differ."""

    article: ArticlePage
    editor: Viewer
    officer: Viewer
    stranger: Viewer


@pytest.fixture(autouse=True)
def _in_an_own_home(home: Path) -> None:
    """Files of these tests lie in a folder of their own."""


@pytest.fixture
def house(db: None, committed: Committed) -> House:
    park = organisation()
    editor = person(park, Role.EDITOR)
    with committed():
        made = written(editor, "二期开园", in_channel=channel(), text=TEXT)
        article = services.publish_article(editor, made.pk)
    elsewhere = organisation("别处高新区")
    officer = person(park, Role.OFFICER)
    return House(article, editor, officer, person(elsewhere, Role.EDITOR, "stranger"))


def sent(key: str = "", visitor: str = "v") -> services.Sent:
    return services.Sent(key or str(uuid4()), visitor, TODAY)


def comment(house: House, text: str = "说得清楚。", **told: str) -> Comment:
    words = services.Words(told.pop("name", "苇子"), text)
    return services.send_comment(PUBLIC, house.article.pk, words=words, sent=sent(**told))


def takedown(house: House, *, key: str = "", visitor: str = "v", **told: str) -> Takedown:
    asked = replace(ASKED, **told)
    return services.ask_takedown(PUBLIC, house.article.pk, asked=asked, sent=sent(key, visitor))
