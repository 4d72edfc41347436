"""A plan of a fictional building, drawn rather than taken from anybody."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

SIZE = (1200, 760)
EDGE = 80
BAYS = (8, 4)
INK, LIGHT, PAPER, CORE = (40, 60, 60), (190, 205, 205), (255, 255, 255), (225, 236, 236)


def plan(storeys: int) -> bytes:
    """A PNG of a floor: walls, columns, and a core where there are floors above."""
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    left, top, right, bottom = EDGE, EDGE, SIZE[0] - EDGE, SIZE[1] - EDGE
    across = [left + (right - left) * at / BAYS[0] for at in range(BAYS[0] + 1)]
    down = [top + (bottom - top) * at / BAYS[1] for at in range(BAYS[1] + 1)]
    for x in across:
        pen.line((x, top - 30, x, bottom), fill=LIGHT, width=2)
    for y in down:
        pen.line((left - 30, y, right, y), fill=LIGHT, width=2)
    if storeys > 1:
        pen.rectangle((across[3], down[1], across[5], down[3]), fill=CORE, outline=INK, width=4)
        pen.line((across[3], down[1], across[5], down[3]), fill=LIGHT, width=2)
    else:
        pen.line((across[4], top, across[4], bottom), fill=INK, width=4)
    pen.rectangle((left, top, right, bottom), outline=INK, width=8)
    for x in across:
        for y in down:
            pen.rectangle((x - 7, y - 7, x + 7, y + 7), fill=INK)
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()
