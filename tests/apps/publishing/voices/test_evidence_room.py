"""How much may be attached in a day: by one network, and by everybody together."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.apps.publishing.voices.conftest import ASKED, House, sent

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.publishing import evidence, services
from zhuchao.apps.publishing.evidence import MEGABYTE
from zhuchao.apps.publishing.models import Takedown, TakedownFile
from zhuchao.core.errors import Refused
from zhuchao.ground.models import Ration

# It does not hide the page, so that more can be asked of it.
UNHIDDEN = replace(ASKED, ground="copyright")
HALF = b"%PDF-1.7\n" + bytes(MEGABYTE)


@pytest.fixture(autouse=True)
def _a_small_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "A_DAY_OF_ONE_BYTES", 3 * MEGABYTE)
    monkeypatch.setattr(evidence, "A_DAY_BYTES", 5 * MEGABYTE)


def ask(house: House, number: int, *, visitor: str = "v", key: str = "") -> Takedown:
    attached = [services.Attached(f"{each}.pdf", HALF + bytes([each])) for each in range(number)]
    told = sent(key, visitor)
    return services.ask_takedown(
        PUBLIC, house.article.pk, asked=UNHIDDEN, sent=told, attached=attached
    )


def counted(scope: str) -> list[int]:
    return list(Ration.objects.filter(scope=scope).values_list("taken", flat=True))


def test_more_than_a_network_may_send_in_a_day_is_refused_and_keeps_nothing(house: House) -> None:
    ask(house, 2)

    with pytest.raises(Refused, match=r"超过 3 MB：请先不附文件提交.*编辑会联系您补交"):
        ask(house, 1)

    assert (Takedown.objects.count(), TakedownFile.objects.count()) == (1, 2)
    assert ask(house, 0).files.count() == 0
    assert ask(house, 2, visitor="another").files.count() == 2


def test_everybody_together_has_a_bound_too(house: House) -> None:
    ask(house, 2)
    ask(house, 2, visitor="second")

    with pytest.raises(Refused, match="今天收到的附件已满：请先不附文件提交"):
        ask(house, 1, visitor="third")

    assert counted(evidence.OF_ALL) == [4 * len(HALF) + 4]
    assert len(counted(evidence.OF_VISITOR)) == 2


def test_what_was_not_kept_and_what_is_sent_again_take_no_room(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*told: object) -> None:
        raise OSError("no space left")

    with monkeypatch.context() as broken:
        broken.setattr(evidence, "keep", full)
        with pytest.raises(OSError, match="no space"):
            ask(house, 2)
    assert ask(house, 2, key="k") == ask(house, 2, key="k")

    assert counted(evidence.OF_ALL) == [2 * len(HALF) + 2]


def test_the_next_day_has_room_again(house: House) -> None:
    today = sent()
    tomorrow = services.Sent("key", "v", today.on + timedelta(days=1))
    attached = [services.Attached("证书.pdf", HALF), services.Attached("照片.pdf", HALF)]

    for told in (today, tomorrow):
        services.ask_takedown(
            PUBLIC, house.article.pk, asked=UNHIDDEN, sent=told, attached=attached
        )

    assert TakedownFile.objects.count() == 4
