"""What the attributes of a serialised tag tell: classes, an address, that nothing is shown."""

from __future__ import annotations

import html
import re

_HIDDEN = re.compile(r"(?:^|\s)hidden(?:=|\s|$)|(?:^|\s)style=\"[^\"]*display\s*:\s*none", re.I)
_HINTS = re.compile(r"(?:^|\s)(?:class|id)=\"([^\"]*)\"")
_PAIRS = re.compile(r"(?:^|\s)([^\s=\"]+)=\"([^\"]*)\"")
_ADDRESS = re.compile(r"(?:^|\s)href=\"([^\"]*)\"")
_NAMING, _LEADS = ("class=", "id="), 'href="'
_STYLED_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)


def is_hidden(attributes: str) -> bool:
    """Whether an element is not shown. Names of attributes are serialised in small letters."""
    may_hide = "display" in attributes or "hidden" in attributes
    return may_hide and bool(_HIDDEN.search(attributes))


def hints_of(attributes: str) -> str:
    """The classes and the id, in the order written."""
    parts = attributes.split('"')
    # Names and values stand by turns, unless a value ends as a name does.
    if attributes.count('="') != len(parts) // 2:
        return " ".join(_HINTS.findall(attributes)).lower()
    told = zip(parts[::2], parts[1::2], strict=False)
    return " ".join([value for name, value in told if name.strip() in _NAMING]).lower()


def address_of(attributes: str) -> str:
    """Where a link leads; "" for nowhere."""
    at = attributes.find(_LEADS)
    if at == 0 or (at > 0 and attributes[at - 1] == " "):
        start = at + len(_LEADS)
        return html.unescape(attributes[start : attributes.index('"', start)])
    address = _ADDRESS.search(attributes)
    return html.unescape(address[1]) if address else ""


def is_bold(attributes: str) -> bool:
    return "font-weight" in attributes and bool(_STYLED_BOLD.search(attributes))


def meta_of(attributes: str) -> tuple[str, str]:
    """The name, in small letters, and the content of what a page tells of itself."""
    found = {name.lower(): html.unescape(value) for name, value in _PAIRS.findall(attributes)}
    name = found.get("name") or found.get("property") or found.get("itemprop") or ""
    return name.strip().lower(), found.get("content", "").strip()
