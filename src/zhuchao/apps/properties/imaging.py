"""Uploaded pictures: proved to be images, turned upright, without what the camera noted."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from zhuchao.core.errors import Unreadable

MOST_BYTES = 20 * 1024 * 1024
# More than any telephone takes; beyond it a small file can unfold into all of the memory.
MOST_PIXELS = 80_000_000
LARGE, SMALL = 1600, 480
QUALITY = 82
FORMATS = ("JPEG", "PNG", "WEBP")
PAPER = (255, 255, 255)
NOT_ONE = "这个文件不是能显示的图片：请上传 JPEG、PNG 或 WebP，手机拍的照片可直接上传"


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as JPEG in the two sizes in which it is shown, and the size of the large one."""

    large: bytes
    small: bytes
    width: int
    height: int


def shown(content: bytes) -> Shown:
    """The picture as it may be shown: only its pixels are taken over.

    Raises: Unreadable, when it is too large or no image.
    """
    if len(content) > MOST_BYTES:
        raise Unreadable(f"图片超过 {MOST_BYTES // 1024**2} MB：请缩小后再上传")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            return _in_sizes(_upright(content))
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
            raise Unreadable(NOT_ONE) from error


def _upright(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content), formats=FORMATS)
    if image.width * image.height > MOST_PIXELS:
        raise Unreadable("图片的像素太多：请缩小到 8000 万像素以内再上传")
    image.draft("RGB", (LARGE * 2, LARGE * 2))
    # The printing library allows half a picture for the whole process; kept pictures are whole.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    image.load()
    if image.mode != "P":  # a palette cannot be averaged
        image.thumbnail((LARGE * 2, LARGE * 2))
    turned = ImageOps.exif_transpose(image)
    if turned.mode in ("RGBA", "LA", "PA", "P"):
        turned = turned.convert("RGBA")
        paper = Image.new("RGB", turned.size, PAPER)
        paper.paste(turned, mask=turned.getchannel("A"))
        return paper
    return turned.convert("RGB")


def _in_sizes(image: Image.Image) -> Shown:
    large, small = image.copy(), image.copy()
    large.thumbnail((LARGE, LARGE), Image.Resampling.LANCZOS)
    small.thumbnail((SMALL, SMALL), Image.Resampling.LANCZOS)
    return Shown(_jpeg(large), _jpeg(small), large.width, large.height)


def _jpeg(image: Image.Image) -> bytes:
    # A new picture of the pixels alone: no EXIF, no place, no thumbnail of what was cut away.
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    buffer = io.BytesIO()
    bare.save(buffer, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return buffer.getvalue()
