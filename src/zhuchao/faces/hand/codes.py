"""An address as a QR code, drawn here: no picture of it is asked of anybody."""

from __future__ import annotations

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# A quarter of the modules may be covered by a stamp or a fold.
ROBUSTNESS = "q"
# Any of the eight patterns can be read; to choose the fairest takes most of the work.
PATTERN = 2
CODE = '<span class="qr" role="img" aria-label="{}">{}</span>'


def qr(address: str, label: str = "本页的二维码") -> SafeString:
    """An inline SVG that fills its box; dark on light also where the page is dark."""
    drawn = segno.make(address, error=ROBUSTNESS, micro=False, mask=PATTERN).svg_inline(
        omitsize=True, border=2, dark="#000", light="#fff"
    )
    return format_html(CODE, label, mark_safe(drawn))  # noqa: S308 - segno writes numbers alone
