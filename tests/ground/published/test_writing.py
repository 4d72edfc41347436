"""Files of public pages: replaced whole, never beside a compressed form of another version."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import brotli
import pytest

from zhuchao.ground import published
from zhuchao.ground.published import writing
from zhuchao.ground.published.places import name_of

OLD, NEW = "旧版".encode() * 500, "新版页".encode() * 500


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/", "index.html"),
        ("/news/12/", "news/12/index.html"),
        ("/园区-动态/", "园区-动态/index.html"),
        ("/sitemap.xml", "sitemap.xml"),
        ("/feeds/news.atom", "feeds/news.atom"),
    ],
)
def test_an_address_has_its_file(address: str, name: str) -> None:
    assert name_of(address) == name


@pytest.mark.parametrize(
    "address",
    [
        "", "news/", "//", "/../secret/", "/news/../../x/", "/.locks/1/", "/a\x00b/", "/a\\b/",
        "/news", "/index.html", "/index.html/", "/keys/secret", "/x.sqlite3", "/a/b.html",
        "/" + "a/" * 600,
    ],
)  # fmt: skip
def test_other_addresses_have_none(address: str) -> None:
    assert name_of(address) is None
    with pytest.raises(ValueError, match="no file"):
        published.write(Path("nowhere"), "default", address, b"")


def test_a_page_lies_with_its_compressed_forms(tmp_path: Path) -> None:
    assert published.write(tmp_path, "default", "/news/", OLD)

    file = tmp_path / "default" / "news" / "index.html"
    assert file.read_bytes() == OLD
    assert gzip.decompress(Path(f"{file}.gz").read_bytes()) == OLD
    assert brotli.decompress(Path(f"{file}.br").read_bytes()) == OLD
    assert {each.stat().st_mtime_ns for each in file.parent.iterdir()} == {file.stat().st_mtime_ns}


def test_the_same_content_leaves_the_file_as_it_is(tmp_path: Path) -> None:
    published.write(tmp_path, "default", "/", OLD)
    before = (tmp_path / "default" / "index.html").stat()

    assert not published.write(tmp_path, "default", "/", OLD)
    assert (tmp_path / "default" / "index.html").stat().st_ino == before.st_ino


def test_a_form_that_is_missing_is_made_again(tmp_path: Path) -> None:
    published.write(tmp_path, "default", "/", OLD)
    (tmp_path / "default" / "index.html.br").unlink()

    assert published.write(tmp_path, "default", "/", OLD)
    assert (tmp_path / "default" / "index.html.br").exists()


def test_removing_leaves_nothing(tmp_path: Path) -> None:
    published.write(tmp_path, "default", "/news/1/", OLD)

    assert published.remove(tmp_path, "default", "/news/1/")
    assert not published.remove(tmp_path, "default", "/news/1/")
    assert not list((tmp_path / "default" / "news" / "1").iterdir())


def test_no_form_ever_stands_beside_a_page_of_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published.write(tmp_path, "default", "/", OLD)
    file, replace, seen = tmp_path / "default" / "index.html", writing._replace, []

    def watched(target: Path, *told: Any) -> None:
        replace(target, *told)
        packed = Path(f"{file}.gz")
        seen.append(not packed.exists() or gzip.decompress(packed.read_bytes()))

    monkeypatch.setattr(writing, "_replace", watched)
    published.write(tmp_path, "default", "/", NEW)

    assert seen[0] is True  # the page is new, its old forms are gone
    assert all(each in (True, NEW) for each in seen)


def test_writers_of_one_address_take_turns(tmp_path: Path) -> None:
    inside, most = [], []

    def renew(number: int) -> None:
        with published.alone(tmp_path, "default", "/"):
            inside.append(number)
            most.append(len(inside))
            published.write(tmp_path, "default", "/", NEW + bytes([number]))
            inside.remove(number)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(renew, range(24)))

    assert max(most) == 1
    assert not list((tmp_path / "default").glob(".partial-*"))
