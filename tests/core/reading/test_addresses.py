"""Addresses compared: however a page is linked, it is one page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.reading.addresses import canonical, host_of, identity, same_site


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("HTTP://Www.Park.Example:80/a?id=3#top", "http://www.park.example/a?id=3"),
        ("https://park.example:443", "https://park.example/"),
        ("http://park.example:8080/", "http://park.example:8080/"),
        ("http://park.example/新闻", "http://park.example/%E6%96%B0%E9%97%BB"),
        ("http://park.example/%e6%96%b0", "http://park.example/%E6%96%B0"),
        ("http://park.example/100%", "http://park.example/100%25"),
        ("http://a.example/?utm_source=wx&id=1&spm=a.b", "http://a.example/?id=1"),
        ("http://a.example/?PHPSESSID=0123456789abcdef&id=1", "http://a.example/?id=1"),
        ("http://a.example/v.asp?sid=123", "http://a.example/v.asp?sid=123"),
        ("http://a.example/v;jsessionid=AB12?y=1", "http://a.example/v?y=1"),
        ("http://例子.example/", "http://xn--fsqu00a.example/"),
        ("http://[::1]/x", "http://[::1]/x"),
    ],
)
def test_one_page_has_one_address(written: str, expected: str) -> None:
    assert canonical(written) == expected
    assert canonical(expected) == expected


@pytest.mark.parametrize(
    "written",
    ["", "mailto:a@b.example", "javascript:void(0)", "ftp://a.example/", "/news", "http://",
     "http://u:p@a.example/", "http://a.example:99999/", "http://[bad/", "http://a b.example/",
     "http://a.example/" + "x" * 3000],
)  # fmt: skip
def test_what_is_no_web_address_has_none(written: str) -> None:
    assert canonical(written) is None


def test_a_relative_address_is_resolved() -> None:
    assert canonical("../a/1.html", base="http://a.example/b/c/") == "http://a.example/b/a/1.html"
    assert canonical("//b.example/x", base="https://a.example/") == "https://b.example/x"


@given(st.text(max_size=80))
def test_any_text_has_an_address_or_none_and_keeps_it(written: str) -> None:
    found = canonical("http://a.example/" + written)

    assert found is None or canonical(found) == found


def test_the_scheme_tells_no_pages_apart() -> None:
    assert identity("http://a.example:80/x") == identity("https://a.example/x#y")
    assert host_of("https://a.example:8443/x?http://b.example/") == "a.example:8443"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("http://www.a.gov.cn/", "http://news.a.gov.cn/", True),
        ("http://a.example/", "https://a.example/x", True),
        ("http://www.gov.cn/", "http://a.gov.cn/", False),
        ("http://ab.example/", "http://b.example/", False),
    ],
)
def test_a_site_is_a_host_and_what_is_below_it(one: str, other: str, expected: bool) -> None:
    assert same_site(one, other) is expected
    assert same_site(other, one) is expected
