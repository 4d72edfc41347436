"""Keys are made once, also when several processes start at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from zhuchao.core.errors import Misconfigured
from zhuchao.ground.keys import made_once


def test_a_key_stays_what_it_was(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "secret"

    assert made_once(path) == made_once(path)
    assert len(made_once(path)) == 64


def test_all_who_ask_at_once_get_one_key(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "secret"

    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(made_once, [path] * 8))

    assert len(keys) == 1
    assert [file.name for file in path.parent.iterdir()] == ["secret"]


def test_an_empty_key_file_is_refused_and_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.touch()

    with pytest.raises(Misconfigured, match="是空的"):
        made_once(path)


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "keys").touch()

    with pytest.raises(Misconfigured, match="无法读写密钥文件"):
        made_once(tmp_path / "keys" / "secret")
