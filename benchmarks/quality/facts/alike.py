"""What counts as one where marks and facts are compared: spellings, forms, orders of words."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence

from benchmarks.quality.facts.marks import Item

# What stands before a name in a notice, and may be marked as its office or left out.
LABEL = re.compile(r"(?:联系|咨询|审核|经办|负责)人$")


def of_kind(items: Sequence[Item], kind: str) -> list[Item]:
    return [each for each in items if each.kind == kind]


def value_of(item: Item) -> str:
    """Amounts to five figures, so that ㎡ marked whole agree; dates as they are."""
    value = item.words[1]
    if item.kind == "date" or not value or value == "?":
        return value or "?"
    currency, _, number = value.rpartition(" ")
    ends = [f"{float(end):.4g}" for end in number.split("..") if end]
    return f"{currency} {'..'.join(ends)}".strip()


# With one of these in front an office is another one.
DEGREES = ("副", "名誉", "荣誉")


def people_of(
    marked: Sequence[Item], found: Sequence[Item]
) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """A title counts with or without the body that it belongs to: 县商务局局长, 局长.

    Of a person all offices of the text count together; a label such as 联系人 may be left out.
    """
    wanted = {each.words[0]: _titles(each) for each in of_kind(marked, "person")}
    told: dict[str, list[str]] = {}
    for each in of_kind(found, "person"):
        told.setdefault(each.words[0], []).extend(_titles(each))
    got: dict[str, tuple[str, ...]] = {}
    for name, titles in told.items():
        gold, own = wanted.get(name, ()), _each_office(titles)
        own = own if any(LABEL.search(each) for each in gold) else _unlabelled(own)
        is_same = len(gold) == len(own) and all(
            a.endswith(b) or b.endswith(a) for a, b in zip(gold, own, strict=True)
        )
        got[name] = gold if is_same else own
    return {(k, *v) for k, v in wanted.items()}, {(k, *v) for k, v in got.items()}


def _each_office(titles: Sequence[str]) -> tuple[str, ...]:
    """县长 told again for 县委副书记、县长 is none of its own; in the order of their ends."""
    fullest = [t for t in titles if not any(_is_again(t, other) for other in titles)]
    return tuple(sorted(set(fullest), key=_reversed))


def _is_again(title: str, other: str) -> bool:
    """Whether the other is the same office in full; 名誉会长 and 副会长 are others than 会长."""
    is_longer = other != title and other.endswith(title)
    return is_longer and not other.removesuffix(title).endswith(DEGREES)


def _unlabelled(titles: Sequence[str]) -> tuple[str, ...]:
    return tuple(each for each in titles if not LABEL.search(each))


def _titles(item: Item) -> tuple[str, ...]:
    return tuple(
        sorted({t for told in item.words[1:] for t in told.split("、") if t}, key=_reversed)
    )


def _reversed(word: str) -> str:
    return word[::-1]


def metric_of(item: Item) -> str:
    """已供地 and 供地, 带动就业 and 就业 are one: that it was done, or brought about, may stand."""
    return re.sub(r"^已(?=..)|^(?:可|能)?(?:带动|吸纳|提供|解决)(?=就业|岗位)", "", item.words[0])


def link_of(item: Item) -> tuple[str, ...]:
    return (metric_of(item), item.slot("value"), item.slot("period"))


def whom_of(item: Item) -> tuple[str, ...]:
    """The link with its subject; 溧阳 and 溧阳市 are one."""
    return (*link_of(item), re.sub(r"(?<=..)[省市县区]$", "", item.slot("subject")))


def compares_of(items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    for item in items:
        if item.kind == "measure" and item.slot("compare"):
            for each in item.slot("compare").split("、"):
                kind, _, value = each.partition(" ")
                yield metric_of(item), f"{_kind(kind)} {_figure(value)}"


def _kind(kind: str) -> str:
    """高于 and 快于 are one, as are 全市平均 and 全市平均水平, 比年初, 较上年末 and 较年初."""
    kind = re.sub(r"^(?:高于|高出|领先)", "快于", kind.replace("—", "-"))
    kind = re.sub(r"^(?:快于|超)序时(?:进度)?", "超序时", re.sub(r"^比", "较", kind))
    kind = re.sub(r"^(?:低于|慢于|落后于?|滞后于?)序时(?:进度)?", "慢于序时", kind)
    kind = re.sub(r"^较(?:去年|上年)[底末]$", "较年初", kind)
    return re.sub(r"(?:水平|增速|的?比重|的?比例)$", "", kind)


def _figure(written: str) -> str:
    """41.0% and 41%, 三成 and 30%, 84亿元 and 840000万元 are one."""
    tenths = re.fullmatch(r"\+?([一二两三四五六七八九])成", written)
    if tenths:
        return f"{'一二三四五六七八九'.index(tenths[1].replace('两', '二')) + 1}0%"
    found = re.match(r"([-+]?[\d.]+)(.*)", written)
    in_ten_thousands = {"亿元": 10_000, "元": 1 / 10_000}
    if found and found[2] in in_ten_thousands:
        return f"{float(found[1]) * in_ten_thousands[found[2]]:g}万元"
    return f"{float(found[1]):g}{found[2]}" if found else written


def whole_of(item: Item) -> tuple[object, ...]:
    """All that is told; a notice with or without 关于, what a policy gives with or without 给予."""
    words = (re.sub(r"^(?:关于|给予)", "", word) for word in item.words if word)
    return (*words, *sorted((name, _deadline(name, value)) for name, value in item.slots))


def _deadline(name: str, value: str) -> str:
    """The last day of a deadline: 2027, 2027-12 and 2027-12-31 are one."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?", value)
    if name not in ("by", "until") or not found:
        return value
    year, month = int(found[1]), int(found[2] or 12)
    return f"{year}-{month:02d}-{monthrange(year, month)[1]}"


def key_of(item: Item) -> tuple[str, ...]:
    """来昆 and 昆 are one."""
    if item.kind == "place":
        return (re.sub(r"^[来赴在驻入](?=.$)", "", item.words[0]), *item.words[1:])
    return item.words[:1]
