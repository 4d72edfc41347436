"""Files that come with a takedown: which may, by their own bytes, and how they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from zhuchao.apps.publishing.models import Takedown, TakedownFile
from zhuchao.core.errors import Refused
from zhuchao.ground import files, rations

MOST_FILES = 5
MEGABYTE = 1024 * 1024
# A photograph of a telephone has 3 to 8 MB, a scanned contract seldom more than 10.
LARGEST_BYTES = 10 * MEGABYTE
LARGEST_TOGETHER_BYTES = 30 * MEGABYTE
# Two full ones a network; thirty of the usual 10 MB for everybody, so that a month of malice fills
# 9 GB. Both are decided, not measured (2026-11-29).
A_DAY_OF_ONE_BYTES = 60 * MEGABYTE
A_DAY_BYTES = 300 * MEGABYTE
OF_VISITOR, OF_ALL = "evidence", "evidence_of_all"
WITHOUT = "请先不附文件提交，在说明里写明有哪些材料，编辑会联系您补交；也可以明天再附"
LONGEST_NAME = 120
WANTED = "请用 PDF 或照片（JPG、PNG、WebP）"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file and the bytes by which it is known; the ending of its name tells nothing."""

    key: str
    media_type: str
    begins: bytes
    then: bytes = b""
    then_at: int = 0

    def fits(self, content: bytes) -> bool:
        told = content[self.then_at : self.then_at + len(self.then)]
        return content.startswith(self.begins) and told == self.then


KINDS = (
    Kind("pdf", "application/pdf", b"%PDF-"),
    Kind("jpg", "image/jpeg", b"\xff\xd8\xff"),
    Kind("png", "image/png", b"\x89PNG\r\n\x1a\n"),
    Kind("webp", "image/webp", b"RIFF", b"WEBP", 8),
)
MEDIA_TYPES = {each.key: each.media_type for each in KINDS}


@dataclass(frozen=True, slots=True)
class Attached:
    """A file as it was sent: the name that its sender gave it, and its bytes."""

    name: str
    content: bytes


def refuse_unfit(attached: Sequence[Attached]) -> None:
    """Raises: Refused, naming the file, where one is empty, too large or of no kind of ``KINDS``,
    or where they are too many or too large together.
    """
    if len(attached) > MOST_FILES:
        raise Refused(f"最多附 {MOST_FILES} 个文件，您选了 {len(attached)} 个：请合并或减少")
    for each in attached:
        name = shown_name(each.name)
        if not each.content:
            raise Refused(f"“{name}”是空文件：请重新选择")
        if len(each.content) > LARGEST_BYTES:
            most = LARGEST_BYTES // MEGABYTE
            raise Refused(f"“{name}”超过 {most} MB：请压缩或分成几个文件")
        if kind_of(each.content) is None:
            raise Refused(f"“{name}”不是能打开的文件类型：{WANTED}")
    if sum(len(each.content) for each in attached) > LARGEST_TOGETHER_BYTES:
        most = LARGEST_TOGETHER_BYTES // MEGABYTE
        raise Refused(f"附件合起来超过 {most} MB：请压缩或减少文件")


def take_room(attached: Sequence[Attached], *, visitor: str, on: date) -> None:
    """Count the files' bytes among the day's; call it in the transaction that keeps them.

    Raises: Refused, where the visitor's or everybody's would be too many.
    """
    size = sum(len(each.content) for each in attached)
    if not size:
        return
    if not rations.take(OF_VISITOR, visitor, most=A_DAY_OF_ONE_BYTES, on=on, much=size):
        most = A_DAY_OF_ONE_BYTES // MEGABYTE
        raise Refused(f"今天从这个网络附的文件合起来超过 {most} MB：{WITHOUT}")
    if not rations.take(OF_ALL, "", most=A_DAY_BYTES, on=on, much=size):
        raise Refused(f"今天收到的附件已满：{WITHOUT}")


def keep(takedown: Takedown, attached: Sequence[Attached]) -> None:
    """Keep the files, which ``refuse_unfit`` let pass, where no address leads to them."""
    for each in attached:
        kind = kind_of(each.content)
        TakedownFile.objects.create(
            takedown=takedown,
            name=shown_name(each.name),
            kind=kind.key if kind is not None else "",
            size=len(each.content),
            file=files.keep(each.content),
        )


def kind_of(content: bytes) -> Kind | None:
    """By its first bytes; None for what nobody should open."""
    return next((each for each in KINDS if each.fits(content)), None)


def shown_name(name: str) -> str:
    """The name without folders and what cannot be printed, cut at the end of its stem."""
    told = "".join(each for each in PurePath(name.replace("\\", "/")).name if each.isprintable())
    stem, ending = PurePath(told).stem.strip(), PurePath(told).suffix[:10]
    return (stem[: LONGEST_NAME - len(ending)] + ending) or "附件"
