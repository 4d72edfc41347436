"""The house's search: the registers that take part, the index, and how it keeps up with them.

The audit chain tells what changed, since every act is in it. What it does not tell, and what was
lost, a comparison of all rows with the index finds.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from threading import Lock

from django.conf import settings

from zhuchao import tables as reference
from zhuchao.core.errors import Busy
from zhuchao.core.text.searched import Spelling
from zhuchao.ground import audit
from zhuchao.ground.finding.findable import Changes, Findable, Register
from zhuchao.ground.finding.searching import MEMORY_OF_MANY, SearchIndex

# The figures by which records are narrowed and sorted, of whatever register.
AMOUNTS = ("area", "rent", "total", "tax")
# So many changes are taken up by whoever asks; more are left to the background.
MOST_AT_ONCE = 2_000
# A house of so few records is taken up as a whole by whoever asks first.
SMALL_HOUSE = 3_000
AT_A_TIME = 500

_REGISTERS: dict[str, Register] = {}
_LOOKED: dict[Path, tuple[int, str]] = {}
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Differences:
    """How a register's rows and the index differ, by ids."""

    register: str
    rows: int
    missing: frozenset[int] = field(default_factory=frozenset)
    changed: frozenset[int] = field(default_factory=frozenset)
    extra: frozenset[int] = field(default_factory=frozenset)

    @property
    def count(self) -> int:
        return len(self.missing) + len(self.changed) + len(self.extra)


def register(added: Register) -> None:
    """Let the records of a register be found."""
    _REGISTERS[added.name] = added


def index() -> SearchIndex:
    """The house's index, as it is: ``fresh_index`` brings it up first."""
    return _opened(settings.ZHUCHAO_INDEX / "search", tuple(sorted(_REGISTERS)))


@lru_cache(maxsize=4)
def _opened(folder: Path, registers: tuple[str, ...]) -> SearchIndex:
    return SearchIndex(folder, amounts=AMOUNTS, registers=registers, spelling=spelling())


@lru_cache(maxsize=1)
def spelling() -> Spelling:
    tables = reference.load()
    return Spelling(
        folding=tables.folding, traditional=tables.traditional, evasions=tables.evasions
    )


def fresh_index() -> SearchIndex:
    """The index, with what changed since it was asked last.

    A large change, and one that another process is about to take up, is seen a moment later.
    Raises: Busy, where the index of a large house is still to be made.
    """
    found = index()
    with _LOCK:
        head = audit.head()
        if _LOOKED.get(found.folder) == head and found.folder.exists():
            return found
        if not _catch_up(found, head):
            return found
        _LOOKED[found.folder] = head
    return found


def _catch_up(found: SearchIndex, head: tuple[int, str]) -> bool:
    state = _state(found)
    if state is None:
        if sum(1 for each in _REGISTERS.values() for _ in each.marks(None)) > SMALL_HOUSE:
            raise Busy("检索正在准备：内容较多，请几分钟后再试")
        rebuild()
        return True
    changes = {name: each.since(state.cursors.get(name, "")) for name, each in _REGISTERS.items()}
    if any(ids is None or len(ids) > MOST_AT_ONCE for _, ids in changes.values()):
        return False
    try:
        _take(found, head, changes, patience_s=0.0)
    except Busy:
        return False
    return True


def follow() -> int:
    """Take up all that changed, however much; how many records. Raises: Busy."""
    found, head = index(), audit.head()
    state = _state(found)
    if state is None:
        return rebuild()
    changes = {name: each.since(state.cursors.get(name, "")) for name, each in _REGISTERS.items()}
    if head == state.head and not any(ids is None or ids for _, ids in changes.values()):
        return 0
    return _take(found, head, changes)


def take_up(name: str, ids: Iterable[int]) -> None:
    """Take up records of which the audit chain tells nothing. Raises: Busy."""
    found, wanted = index(), sorted(ids)
    if found.state():
        drop = [(name, pk) for pk in wanted]
        found.put(_rows(_REGISTERS[name], wanted), drop=drop)


def rebuild(say: Callable[[str], None] | None = None) -> int:
    """Make the index anew of all records; how many. Raises: Busy."""
    found, head = index(), audit.head()
    cursors = {name: each.since("")[0] for name, each in _REGISTERS.items()}
    state = _State(head, cursors).told()
    return found.put(_all_rows(say), memory=MEMORY_OF_MANY, state=state, is_anew=True)


def differences() -> list[Differences]:
    """How each register's rows and the index differ."""
    found = index()
    return [_compared(found, each) for each in _REGISTERS.values()]


def mend() -> int:
    """Put right what differs; how many records. Raises: Busy."""
    found = index()
    if _state(found) is None:
        return rebuild()
    apart = [each for each in differences() if each.count]
    for each in apart:
        drop = [(each.register, pk) for pk in sorted(each.extra)]
        wanted = sorted(each.missing | each.changed)
        found.put(_rows(_REGISTERS[each.register], wanted), drop=drop)
    return sum(each.count for each in apart)


@dataclass(frozen=True, slots=True)
class _State:
    """Up to where the registers were followed: an entry of the audit chain, and each one's own."""

    head: tuple[int, str]
    cursors: dict[str, str]

    def told(self) -> str:
        return json.dumps([*self.head, self.cursors], sort_keys=True)


def _state(found: SearchIndex) -> _State | None:
    """None where the index was never made, or of another database."""
    told = found.state()
    if not told:
        return None
    sequence, hashed, cursors = json.loads(told)
    is_ours = audit.holds(sequence, hashed) and set(cursors) == set(_REGISTERS)
    return _State((sequence, hashed), cursors) if is_ours else None


def _take(
    found: SearchIndex,
    head: tuple[int, str],
    changes: dict[str, Changes],
    *,
    patience_s: float = 20.0,
) -> int:
    rows: list[Findable] = []
    drop: list[tuple[str, int]] = []
    for name, (_, ids) in changes.items():
        known = _REGISTERS[name]
        wanted = sorted(pk for pk, _ in known.marks(None)) if ids is None else sorted(ids)
        rows.extend(_rows(known, wanted))
        drop.extend((name, pk) for pk in ids or ())
    state = _State(head, {name: cursor for name, (cursor, _) in changes.items()})
    found.put(rows, drop=drop, state=state.told(), patience_s=patience_s)
    return len(drop)


def _rows(known: Register, ids: list[int]) -> Iterator[Findable]:
    for start in range(0, len(ids), AT_A_TIME):
        yield from known.rows(ids[start : start + AT_A_TIME])


def _all_rows(say: Callable[[str], None] | None) -> Iterator[Findable]:
    for known in _REGISTERS.values():
        count, ids = 0, sorted(pk for pk, _ in known.marks(None))
        for count, row in enumerate(_rows(known, ids), 1):  # noqa: B007
            yield row
        if say is not None:
            say(f"{known.name} {count:,}")


def _compared(found: SearchIndex, known: Register) -> Differences:
    rows, kept = dict(known.marks(None)), found.marks(known.name)
    return Differences(
        known.name,
        len(rows),
        missing=frozenset(rows.keys() - kept.keys()),
        changed=frozenset(pk for pk in rows.keys() & kept.keys() if rows[pk] != kept[pk]),
        extra=frozenset(kept.keys() - rows.keys()),
    )


def by_audit(subject: str) -> Callable[[str], Changes]:
    """What changed among the records of a subject, by the audit chain."""

    def since(cursor: str) -> Changes:
        sequence, _ = audit.head()
        if not cursor:
            return str(sequence), None
        return str(sequence), audit.touched(subject, after=int(cursor))

    return since
