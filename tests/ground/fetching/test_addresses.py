"""Which addresses may be asked."""

import pytest

from zhuchao.core.errors import Unreachable
from zhuchao.ground.fetching.addresses import is_public, target


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254",
        "0.0.0.0",  # noqa: S104
        "100.64.0.1", "100.127.255.255", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1",
        "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1",
        "2001:db8::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::10.0.0.1",
        "64:ff9b:1::8.8.8.8", "2002:7f00:1::", "2001:0:1::1", "::127.0.0.1",
    ],
)  # fmt: skip
def test_what_is_not_the_public_internet_is_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "223.5.5.5", "2400:3200::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"]
)
def test_public_addresses_are_admitted(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "written",
    [
        "", "example.com", "ftp://example.com/", "file:///etc/passwd", "javascript:alert(1)",
        "gopher://example.com/", "http://", "http:///path", "http://[::1", "http://host:99999/",
        "http://user:secret@example.com/", "http://@example.com/", "http://example.com:22/",
        "http://example.com:5432/", "http://" + "标" * 80 + ".cn/",
    ],
)  # fmt: skip
def test_what_is_no_plain_web_address_is_refused_before_anybody_is_asked(written: str) -> None:
    def nobody(host: str, port: int) -> list[str]:
        pytest.fail("the name service was asked")

    with pytest.raises(Unreachable):
        target(written, resolver=nobody)


@pytest.mark.parametrize(
    "written",
    [
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://[::1]/",
        "http://localhost/",
    ],
)
def test_other_spellings_of_this_machine_are_refused(written: str) -> None:
    with pytest.raises(Unreachable, match="不是公网地址"):
        target(written)


def test_one_private_number_among_several_is_enough_to_refuse() -> None:
    with pytest.raises(Unreachable, match="不是公网地址"):
        target("http://example.com/", resolver=lambda host, port: ["8.8.8.8", "10.0.0.1"])


def test_the_number_that_was_checked_is_the_one_that_is_used() -> None:
    place = target("https://example.com/a?b=1#c", resolver=lambda host, port: ["8.8.8.8"])

    assert (place.address, place.host, place.port) == ("8.8.8.8", "example.com", 443)
    assert (place.path, place.host_header) == ("/a?b=1", "example.com")


def test_a_chinese_host_is_asked_for_in_its_ascii_form() -> None:
    asked: list[str] = []

    def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["8.8.8.8"]

    assert target("http://招商.中国/", resolver=resolver).host_header == asked[0]
    assert asked[0].startswith("xn--")
