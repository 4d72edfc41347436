"""Administrative divisions: by code, by every name they go or went by, and areas made of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.tables import Region
from zhuchao.tables.files import Folder, refuse_orphans, refuse_repeated

Names = Mapping[str, tuple[str, ...]]
# A change of these kinds leaves the old name standing for the same ground under a new code.
RENAMING = frozenset({"更名", "撤县设区", "撤市设区", "撤县设市", "撤地设市", "同名改码"})
# 市区 and 郊区 were once names of districts; in a message they only say "in town". Names of two
# characters (安县, 任县) stand inside too many other words.
COMMON_ENDINGS = ("市区", "郊区")
SHORTEST_FORMER_NAME = 3
SHORTEST_STEM = 2
# So many other cities may have a town of the name of a quarter that is known by itself.
MOST_OTHERS = 1


def read_regions(folder: Folder) -> Mapping[str, Region]:
    """The divisions by code."""
    rows = folder.rows("regions.csv")
    refuse_repeated((row["code"] for row in rows), "regions.csv")
    refuse_orphans({row["code"]: row["parent_code"] for row in rows}, "regions.csv")
    taken = {row["short_name"] for row in rows}
    return {
        row["code"]: Region(
            row["code"], row["name"], _said_short(row["short_name"], taken), row["level"],
            row["parent_code"], row["full_name"],
        )
        for row in rows
    }  # fmt: skip


def _said_short(short_name: str, taken: Container[str]) -> str:
    """浦东新区 is 浦东, where no other division is called so."""
    stem = short_name.removesuffix("新")
    is_new_area = len(short_name) > len(stem) >= SHORTEST_STEM and stem not in taken
    return stem if is_new_area else short_name


def read_names(folder: Folder, regions: Mapping[str, Region]) -> Names:
    """Codes by name, by short name, and by a former name that no division bears today."""
    names: dict[str, list[str]] = defaultdict(list)
    for code, region in regions.items():
        for name in dict.fromkeys((region.name, region.short_name)):
            names[name].append(code)
    for name, code in _former_names(folder, regions).items():
        if name not in names:
            names[name].append(code)
    return {name: tuple(sorted(codes)) for name, codes in names.items()}


def _former_names(folder: Folder, regions: Mapping[str, Region]) -> dict[str, str]:
    changes = [c for c in folder.rows("region_changes.csv") if c["type"] in RENAMING]
    former: dict[str, str] = {}
    successor: dict[str, str] = {}
    for change in sorted(changes, key=lambda c: c["year"], reverse=True):
        new = successor.get(change["new_code"], change["new_code"])
        if new in regions:
            successor[change["old_code"]] = new
            if _is_distinctive(change["old_name"]):
                former.setdefault(change["old_name"], new)
    return former


def _is_distinctive(name: str) -> bool:
    return len(name) >= SHORTEST_FORMER_NAME and not name.endswith(COMMON_ENDINGS)


def read_areas(rows: Iterable[Mapping[str, str]], regions: Mapping[str, Region]) -> Names:
    """Areas such as 长三角, as the codes of the divisions that they are made of.

    Raises: BrokenTable, for a code that is no division's.
    """
    areas = {row["name"]: tuple(row["codes"].split("|")) for row in rows}
    for name, codes in areas.items():
        for code in codes:
            if code not in regions:
                raise BrokenTable(f"区域 {name} 的代码 {code} 不是行政区划代码")
    return areas


def read_towns(folder: Folder, regions: Mapping[str, Region]) -> Names:
    """Towns, subdistricts and quarters by name, as the codes of the divisions they lie in.

    Raises: BrokenTable, for a code that is no division's.
    """
    rows = [(row["county"], row["names"]) for row in folder.rows("towns.csv")]
    return _by_name([*rows, *_quarters(folder)], regions)


def read_known_quarters(folder: Folder, regions: Mapping[str, Region], towns: Names) -> Names:
    """Quarters that people know without their city: codes by name, as narrow as they are known.

    They are listed as such, or lie in one city alone, where neither a division bears the name nor
    more than one other city has a town of it.
    """
    listed = [
        (row["division"], row["names"]) for row in folder.own_rows("messages/known_quarters.csv")
    ]
    divisions = {region.short_name for region in regions.values()}
    known = {}
    for name, codes in _by_name(_quarters(folder), regions).items():
        cities = {_city(code, regions) for code in codes}
        others = {_city(code, regions) for code in towns[name]} - cities
        if len(cities) == 1 and len(others) <= MOST_OTHERS and name not in divisions:
            inside = [code for code in towns[name] if _city(code, regions) in cities]
            known[name] = tuple([code for code in inside if code not in cities] or codes)
    return known | dict(_by_name(listed, regions))


def _city(code: str, regions: Mapping[str, Region]) -> str:
    region = regions[code]
    return region.parent_code if region.level == "county" else code


def _quarters(folder: Folder) -> list[tuple[str, str]]:
    rows = folder.own_rows("messages/quarters.csv")
    return [(row["division"], row["names"]) for row in rows]


def _by_name(rows: Iterable[tuple[str, str]], regions: Mapping[str, Region]) -> Names:
    found: dict[str, tuple[str, ...]] = {}
    for code, names in rows:
        if code not in regions:
            raise BrokenTable(f"乡镇所属的代码 {code} 不是行政区划代码")
        alone = (code,)
        for name in names.split("|"):
            known = found.setdefault(name, alone)
            if code not in known:
                found[name] = (*known, code)
    return found
