"""The commands that read the registers start Django, and only then."""

import pytest
from tests.faces.cli.conftest import Zhuchao

pytestmark = pytest.mark.django_db


def test_an_untouched_log_is_whole(zhuchao: Zhuchao) -> None:
    started: list[bool] = []

    told = zhuchao("audit", "verify", start_django=lambda: started.append(True))

    assert told.code == 0
    assert "操作日志完整" in told.out
    assert started == [True]


def test_a_match_without_a_file_asks_the_register(zhuchao: Zhuchao) -> None:
    started: list[bool] = []

    told = zhuchao("match", "求租溧阳厂房2000平", start_django=lambda: started.append(True))

    assert told.code == 0
    assert "没有找到" in told.out
    assert started == [True]
