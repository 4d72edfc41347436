"""Admission thresholds: rule packs of the kind "admission"."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from zhuchao.core.errors import BrokenTable, NotFound
from zhuchao.core.vocabulary.admission import AdmissionPack, Measure, Threshold
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import TradeRef
from zhuchao.tables.files import refuse_repeated
from zhuchao.tables.loading import load
from zhuchao.tables.packs import Pack, load_pack, pack_of

KIND = "admission"
PARTS = frozenset({"measure", "least", "most", "note"})


@cache
def admission_pack(key: str) -> AdmissionPack:
    """The thresholds of that key.

    Raises: NotFound, when there are none; BrokenTable, when they do not hold together.
    """
    return admission_of(load_pack(KIND, key), load())


def read_pack(key_or_file: str) -> AdmissionPack:
    """A shipped pack by its key, or one's own from a file that ends in .toml.

    Raises: NotFound, when there is neither; BrokenTable, when it does not hold together.
    """
    if not key_or_file.endswith(".toml"):
        return admission_pack(key_or_file)
    try:
        text = Path(key_or_file).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NotFound(f"读不出规则文件 {key_or_file}：请核对路径，文件须为 UTF-8") from error
    return admission_of(pack_of(KIND, text), load())


def admission_of(pack: Pack, tables: Tables) -> AdmissionPack:
    """The pack as thresholds. Raises: BrokenTable, when they do not hold together."""
    name = f"{KIND}/{pack.key}"
    listed = pack.body.get("threshold", [])
    if not listed or set(pack.body) - {"threshold", "excluded"}:
        raise BrokenTable(f"规则包 {name} 须有 threshold，另可有 excluded，不能有别的内容")
    thresholds = tuple(_threshold(entry, name) for entry in listed)
    refuse_repeated((each.measure for each in thresholds), name)
    excluded = pack.body.get("excluded", [])
    return AdmissionPack(
        key=pack.key,
        title=pack.title,
        issuer=pack.issuer,
        document=pack.document,
        issued_on=pack.issued_on,
        version=pack.version,
        thresholds=thresholds,
        excluded=tuple(TradeRef(str(word), tables.trade_code(str(word))) for word in excluded),
    )


def _threshold(entry: dict[str, Any], name: str) -> Threshold:
    known = {each.value for each in Measure}
    if entry.get("measure") not in known:
        words = "、".join(sorted(known))
        raise BrokenTable(f"规则包 {name} 的指标 {entry.get('measure')} 不认识，可用：{words}")
    least, most = entry.get("least"), entry.get("most")
    told = [each for each in (least, most) if each is not None]
    is_number = all(type(each) in {int, float} and each >= 0 for each in told)
    if not told or not is_number or told != sorted(told) or set(entry) - PARTS:
        measure = entry["measure"]
        raise BrokenTable(f"规则包 {name} 的 {measure} 须写 least 或 most，为不小于 0 的数")
    note = str(entry.get("note", ""))
    return Threshold(Measure(entry["measure"]), least, most, note)
