"""Noting the addresses that a source lists: known ones are recognised, new ones wait to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from zhuchao.apps.library.models import ReadPage, WatchedAddress, WatchedSource
from zhuchao.core.reading.addresses import host_of, identity
from zhuchao.core.vocabulary.listed import ListedPage

# New addresses that are taken at one visit; the rest is met again at the next.
MOST_NEW = 2000
# How many addresses one question to the database names.
BATCH = 500


@dataclass(frozen=True, slots=True)
class Noted:
    """How many addresses were new, and whether there were more than are taken at once."""

    new: int
    was_cut: bool


def digest_of(address: str) -> str:
    """By which a page is known in an organisation, whatever its scheme or tracking."""
    return sha256(identity(address).encode()).hexdigest()


def note_listed(source: WatchedSource, pages: Sequence[ListedPage]) -> Noted:
    """Note what the organisation does not know yet, in the caller's transaction."""
    listed = {digest_of(page.address): page for page in pages}
    known = _known(source.organisation_id, listed)
    fresh = [(digest, page) for digest, page in listed.items() if digest not in known]
    taken = fresh[:MOST_NEW]
    read = pages_at(source.organisation_id, [page.address for _, page in taken])
    rows = [_row(source, digest, page, read.get(digest)) for digest, page in taken]
    # Another source of the organisation may note the same at this moment.
    WatchedAddress.objects.bulk_create(rows, ignore_conflicts=True)
    return Noted(len(rows), len(fresh) > len(taken))


def pages_at(organisation_id: int, addresses: Iterable[str]) -> dict[str, int]:
    """The read pages of the organisation at these addresses, by the digest of the address."""
    wanted = [each for address in addresses for each in _spellings(address)]
    found: dict[str, int] = {}
    for batch in _batches(wanted):
        pages = ReadPage.objects.filter(organisation_id=organisation_id, address__in=batch)
        for address, page_id in pages.order_by("pk").values_list("address", "pk"):
            found.setdefault(digest_of(address), page_id)
    return found


def _known(organisation_id: int, digests: Iterable[str]) -> set[str]:
    known: set[str] = set()
    for batch in _batches(list(digests)):
        rows = WatchedAddress.objects.filter(organisation_id=organisation_id, digest__in=batch)
        known.update(rows.values_list("digest", flat=True))
    return known


def _row(
    source: WatchedSource, digest: str, page: ListedPage, page_id: int | None
) -> WatchedAddress:
    states = WatchedAddress.State
    return WatchedAddress(
        organisation_id=source.organisation_id,
        source=source,
        address=page.address,
        digest=digest,
        host=host_of(page.address),
        title=page.title,
        state=states.WAITING if page_id is None else states.READ,
        page_id=page_id,
    )


def _spellings(address: str) -> tuple[str, str]:
    bare = identity(address)
    return f"http://{bare}", f"https://{bare}"


def _batches(items: list[str]) -> Iterator[list[str]]:
    return (items[start : start + BATCH] for start in range(0, len(items), BATCH))
