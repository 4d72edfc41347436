"""Pictures as a telephone takes them, for tests."""

from __future__ import annotations

import io

from PIL import Image

TURNED = 6  # the camera was held upright: the picture is to be turned by a quarter


def photograph(
    size: tuple[int, int] = (2000, 1000), form: str = "JPEG", *, turned: bool = False
) -> bytes:
    """A picture with the place and the camera in its EXIF."""
    image = Image.new("RGB", size, (90, 120, 110))
    exif = Image.Exif()
    exif[0x010F] = "CameraOfTheTest"
    if turned:
        exif[0x0112] = TURNED
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (31.0, 25.0, 12.0)
    buffer = io.BytesIO()
    image.save(buffer, form, exif=exif)
    return buffer.getvalue()
