"""The HTML elements that reading tells apart."""

from __future__ import annotations


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


UNSEEN = _names(
    "title script style noscript template head iframe object svg math textarea audio"
    " video canvas map dialog"
)
BLOCKS = _names(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset button"
    " select figcaption figure footer form h1 h2 h3 h4 h5 h6 header legend li main menu nav ol p"
    " pre section summary table tbody td tfoot th thead tr ul"
)
VOID = _names(
    "area base basefont bgsound br col embed frame hr img input link meta param source track wbr"
)
CLOSED_BY_OTHERS = _names("p li dt dd option tr td th tbody thead tfoot")
FORMATTING = _names("a b big code em font i nobr s small strike strong tt u")
BOLD = _names("b strong")
