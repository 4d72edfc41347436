"""Looking through an xls workbook before it is read: its cells must stay within the bounds.

What reads it lays a sheet out as a full rectangle, so that two cells far apart would cost half a
gigabyte. Source: [MS-CFB] for the container, [MS-XLS] for the records.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from zhuchao.core.errors import Unreadable
from zhuchao.ground.sheets.guarding import (
    ENCRYPTED,
    MOST_COLUMNS,
    MOST_ROWS,
    NO_BOOK,
    NOT_WHOLE,
    TOO_MANY_COLUMNS,
    TOO_MANY_ROWS,
    WITH_MACROS,
)

HEADER, ENTRY = 512, 128
# From here on a sector's number is a mark: free, end of chain.
MARKS = 0xFFFFFFFA
BOOKS = ("Workbook", "Book")
FILEPASS = 0x2F
# Records of one cell with a value, and the one of several in a row.
CELLS = frozenset({0x06, 0x206, 0x406, 0xD6, 0xFD, 0x203, 0x204, 0x205, 0x27E})
SEVERAL = 0xBD


def check_legacy(content: bytes) -> None:
    """Raises: Unreadable, with the sentence that says what is wrong with it."""
    try:
        streams = _Container(content).streams()
        if "EncryptedPackage" in streams:
            raise Unreadable(ENCRYPTED)
        if "_VBA_PROJECT" in streams or "_VBA_PROJECT_CUR" in streams:
            raise Unreadable(WITH_MACROS)
        book = next((streams[name] for name in BOOKS if name in streams), None)
        if book is None:
            raise Unreadable(NO_BOOK)
        _check_records(_Container(content).read(*book))
    except (struct.error, IndexError) as error:
        raise Unreadable(NOT_WHOLE) from error


def _check_records(book: bytes) -> None:
    at = 0
    while at + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, at)
        if kind == FILEPASS:
            raise Unreadable(ENCRYPTED)
        if kind in CELLS or kind == SEVERAL:
            row, column = struct.unpack_from("<HH", book, at + 4)
            if kind == SEVERAL:
                (column,) = struct.unpack_from("<H", book, at + 2 + length)
            if row >= MOST_ROWS:
                raise Unreadable(TOO_MANY_ROWS)
            if column >= MOST_COLUMNS:
                raise Unreadable(TOO_MANY_COLUMNS)
        at += 4 + length


class _Container:
    """A compound file: sectors in chains, and a directory of the streams that they make."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        shift, mini_shift = struct.unpack_from("<HH", content, 30)
        self._size, self._mini_size = 1 << min(shift, 16), 1 << min(mini_shift, 16)
        self._directory, self._cutoff = struct.unpack_from("<I4xI", content, 48)
        (self._mini_table,) = struct.unpack_from("<I", content, 60)
        self._table = self._numbers(b"".join(map(self._sector, self._table_sectors())))

    def streams(self) -> dict[str, tuple[int, int]]:
        """Where each stream starts, and its size; the root holds the small ones."""
        found: dict[str, tuple[int, int]] = {}
        directory = b"".join(map(self._sector, self._chain(self._directory, self._table)))
        for at in range(0, len(directory) - ENTRY + 1, ENTRY):
            length, kind = struct.unpack_from("<HB", directory, at + 64)
            name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            if kind:
                found[name] = struct.unpack_from("<II", directory, at + 116)
        return found

    def read(self, start: int, size: int) -> bytes:
        """The bytes of a stream."""
        if size >= self._cutoff:
            return b"".join(map(self._sector, self._chain(start, self._table)))[:size]
        small = b"".join(map(self._sector, self._chain(self._root(), self._table)))
        sectors = self._chain(self._mini_table, self._table)
        table = self._numbers(b"".join(map(self._sector, sectors)))
        step = self._mini_size
        chain = self._chain(start, table)
        return b"".join(small[each * step : (each + 1) * step] for each in chain)[:size]

    def _root(self) -> int:
        return self.streams().get("Root Entry", (MARKS, 0))[0]

    def _table_sectors(self) -> Iterator[int]:
        """The sectors of the allocation table: the first 109 in the header, then in a chain."""
        yield from self._real(self._numbers(self._content[76:HEADER]))
        (after,) = struct.unpack_from("<I", self._content, 68)
        for _ in range(len(self._content) // self._size):
            if after >= MARKS:
                return
            *listed, after = self._numbers(self._sector(after))
            yield from self._real(tuple(listed))

    def _real(self, listed: tuple[int, ...]) -> Iterator[int]:
        return (each for each in listed if each < MARKS)

    def _sector(self, number: int) -> bytes:
        at = max(HEADER, self._size) + number * self._size
        return self._content[at : at + self._size]

    def _numbers(self, raw: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])

    def _chain(self, start: int, table: tuple[int, ...]) -> Iterator[int]:
        """The sectors of a chain; one that runs in a circle ends where the file would."""
        for _ in range(len(table)):
            if start >= MARKS:
                return
            yield start
            start = table[start]
