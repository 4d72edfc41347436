"""Blocks of one look in a row, each a link with a few words below it: lists of other pages."""

from __future__ import annotations

from collections.abc import Sequence

from zhuchao.core.reading.lines import Container, Line

# So many blocks of one look make a list, if nearly all of them are teasers.
MIN_TEASERS = 4
MIN_FITTING = 0.8
# A teaser has one title, or its title twice, and so many characters beside.
MAX_TITLES = 2
MIN_TITLE = 8
MAX_BESIDE = 200
MIN_LINKED = 0.6


def teasers_of(lines: Sequence[Line], containers: tuple[Container, ...]) -> frozenset[int]:
    """The containers that are teasers."""
    titles, beside = _counted(lines, containers)
    alike: dict[tuple[int, str, str], list[int]] = {}
    for index, (linked, other) in enumerate(zip(titles, beside, strict=True)):
        if linked and other:
            alike.setdefault(containers[index], []).append(index)
    found: set[int] = set()
    for block in alike.values():
        fitting = [i for i in block if titles[i] <= MAX_TITLES and beside[i] <= MAX_BESIDE]
        if len(fitting) >= max(MIN_TEASERS, MIN_FITTING * len(block)):
            found.update(fitting)
    return frozenset(found)


def _counted(
    lines: Sequence[Line], containers: tuple[Container, ...]
) -> tuple[list[int], list[int]]:
    """For each container its linked titles, and how many characters are no link's."""
    titles, beside = [0] * len(containers), [0] * len(containers)
    for line in lines:
        if line.container >= 0:
            is_link = line.link_share > MIN_LINKED
            titles[line.container] += is_link and len(line.text) >= MIN_TITLE
            beside[line.container] += 0 if is_link else len(line.text)
    for index in range(len(containers) - 1, -1, -1):
        parent = containers[index][0]
        if parent >= 0:
            titles[parent] += titles[index]
            beside[parent] += beside[index]
    return titles, beside
