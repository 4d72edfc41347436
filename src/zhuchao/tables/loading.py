"""All reference data that core takes as an argument, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from zhuchao.core.vocabulary.tables import MONTHS, Tables
from zhuchao.tables.divisions import (
    read_areas,
    read_known_quarters,
    read_names,
    read_regions,
    read_towns,
)
from zhuchao.tables.evidence import (
    read_asides,
    read_cue_words,
    read_cues,
    read_run_weights,
    read_side_weights,
)
from zhuchao.tables.files import Folder, refuse_orphans, refuse_repeated
from zhuchao.tables.weighing import LINE_WEIGHTS, TITLE_WEIGHTS, read_weights
from zhuchao.tables.words import (
    read_evasions,
    read_fact_words,
    read_fields,
    read_flag_rules,
    read_folding,
    read_lexemes,
    read_misspelt,
    read_owners,
    read_plain,
    read_topic_words,
    read_trade_cues,
    read_trade_words,
    read_traditional,
)

_chosen = {"month": MONTHS["30"]}


def count_months_by(name: str) -> None:
    """Choose how rents per day become rents per month: a name of ``MONTHS``; when a process starts.

    Raises: KeyError, for another name.
    """
    _chosen["month"] = MONTHS[name]
    load.cache_clear()


@cache
def load() -> Tables:
    """The package's reference data, read at the first call and shared from then on.

    Raises: BrokenTable, when a file is missing, differs from its checksum, or contradicts itself.
    """
    return load_from(Folder())


def load_from(folder: Folder) -> Tables:
    """The reference data of any folder of the same shape. Raises: BrokenTable."""
    return Tables(
        regions=(regions := read_regions(folder)),
        regions_by_name=read_names(folder, regions),
        areas_by_name=read_areas(folder.own_rows("messages/areas.csv"), regions),
        towns_by_name=(towns := read_towns(folder, regions)),
        known_quarters=read_known_quarters(folder, regions, towns),
        folding=read_folding(folder),
        traditional=read_traditional(folder),
        plain=read_plain(folder),
        evasions=read_evasions(folder),
        spellings={**read_evasions(folder), **read_misspelt(folder)},
        fields=read_fields(folder),
        lexemes=read_lexemes(folder),
        topic_words=read_topic_words(folder),
        cues=read_cues(folder),
        asides=read_asides(folder),
        cue_words=read_cue_words(folder),
        side_weights=read_side_weights(folder),
        run_weights=read_run_weights(folder),
        industries=(industries := read_industries(folder)),
        trade_words=read_trade_words(folder, industries),
        trade_cues=read_trade_cues(folder),
        owners=read_owners(folder),
        flag_rules=read_flag_rules(folder),
        fact_words=read_fact_words(folder),
        line_weights=read_weights(folder, LINE_WEIGHTS),
        title_weights=read_weights(folder, TITLE_WEIGHTS),
        month=_chosen["month"],
    )


def read_industries(folder: Folder) -> Mapping[str, str]:
    """The classes of GB/T 4754 and all levels above them: names by code."""
    rows = folder.rows("industries.csv")
    refuse_repeated((row["code"] for row in rows), "industries.csv")
    refuse_orphans({row["code"]: row["parent_code"] for row in rows}, "industries.csv")
    return {row["code"]: row["name"] for row in rows}
