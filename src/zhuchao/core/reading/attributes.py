"""What the attributes of a serialised tag tell: classes, an address, that nothing is shown."""

from __future__ import annotations

import html
import re

_HIDDEN = re.compile(r"(?:^|\s)hidden(?:=|\s|$)|(?:^|\s)style=\"[^\"]*display\s*:\s*none", re.I)
_HINTS = re.compile(r"(?:^|\s)(?:class|id)=\"([^\"]*)\"")
_PAIRS = re.compile(r"(?:^|\s)([^\s=\"]+)=\"([^\"]*)\"")
_ADDRESS = re.compile(r"(?:^|\s)href=\"([^\"]*)\"")
_CLASS, _ID, _LEADS = 'class="', 'id="', 'href="'
_STYLED_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)


def is_hidden(attributes: str) -> bool:
    """Whether an element is not shown. Names of attributes are serialised in small letters."""
    may_hide = "display" in attributes or "hidden" in attributes
    return may_hide and bool(_HIDDEN.search(attributes))


def hints_of(attributes: str) -> str:
    """The classes and the id, most often the classes alone, and at the beginning."""
    if attributes.startswith(_CLASS) and attributes.count(_CLASS) == 1 and _ID not in attributes:
        return attributes[len(_CLASS) : attributes.index('"', len(_CLASS))].lower()
    return " ".join(_HINTS.findall(attributes)).lower()


def address_of(attributes: str) -> str:
    """Where a link leads, most often its first attribute; "" for nowhere."""
    if attributes.startswith(_LEADS):
        return html.unescape(attributes[len(_LEADS) : attributes.index('"', len(_LEADS))])
    address = _ADDRESS.search(attributes)
    return html.unescape(address[1]) if address else ""


def is_bold(attributes: str) -> bool:
    return "font-weight" in attributes and bool(_STYLED_BOLD.search(attributes))


def meta_of(attributes: str) -> tuple[str, str]:
    """The name, in small letters, and the content of what a page tells of itself."""
    found = {name.lower(): html.unescape(value) for name, value in _PAIRS.findall(attributes)}
    name = found.get("name") or found.get("property") or found.get("itemprop") or ""
    return name.strip().lower(), found.get("content", "").strip()
