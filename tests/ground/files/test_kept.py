"""Kept files: once per content, whole or not at all."""

import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pytest_django import Settings

from zhuchao.core.errors import NotFound
from zhuchao.ground import files

CONTENT = "标准厂房出租".encode()


@pytest.fixture(autouse=True)
def home(settings: Settings, tmp_path: Path) -> Path:
    settings.ZHUCHAO_HOME = tmp_path
    return tmp_path


def kept(home: Path) -> list[Path]:
    return [file for file in home.rglob("*") if file.is_file()]


def test_content_comes_back_under_its_checksum() -> None:
    digest = files.keep(CONTENT)

    assert digest == hashlib.sha256(CONTENT).hexdigest()
    assert files.open_kept(digest) == CONTENT


def test_the_same_content_is_kept_once_also_by_many_at_once(home: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        digests = set(pool.map(files.keep, [CONTENT] * 16))

    assert len(digests) == len(kept(home)) == 1
    assert kept(home)[0].stat().st_mode & 0o077 == 0


def test_a_full_disk_leaves_nothing_half_written(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space"):
        files.keep(CONTENT)

    assert kept(home) == []


@pytest.mark.parametrize("digest", ["0" * 64, "../../etc/passwd", "", "g" * 64])
def test_what_is_not_kept_is_a_sentence(digest: str) -> None:
    with pytest.raises(NotFound):
        files.open_kept(digest)


def test_what_is_forgotten_is_gone_and_may_be_kept_again(home: Path) -> None:
    digest = files.keep(CONTENT)

    files.forget(digest)
    files.forget(digest)
    files.forget("../keys/seal")

    assert kept(home) == []
    with pytest.raises(NotFound):
        files.open_kept(digest)
    assert files.keep(CONTENT) == digest
