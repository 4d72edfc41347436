"""The parcels of land that a sentence names or refers to."""

from __future__ import annotations

import re

from zhuchao.core.facts.marks import Mark, Marked
from zhuchao.core.facts.referring import BY_CONTEXT
from zhuchao.core.facts.scenes import Scene, Token, quoted
from zhuchao.core.vocabulary.read import Read, State

# sh2026-07地块, 地块编号:cy2026-15.
PARCELS = re.compile(
    r"(?<![a-z0-9])[a-z]{1,6}[\d()〔〕\[\]-]{3,14}(?:号)?(?:地块|宗地)?|[\u4e00-\u9fff]{1,3}(?:地|土|储|工|出)?[\[〔(]?20\d\d[\]〕)]?-?\d{1,3}号(?:地块|宗地)?"
)
THAT_PARCEL = re.compile(r"(?:该|此|上述|本)(?:地块|宗地|宗土地)")


def parcels_of(marked: Marked, page_text: str, scene: Scene) -> list[Token]:
    """The parcels that the sentence names; 该地块 is the one that was named last."""
    spans = [each.span() for each in PARCELS.finditer(marked.text)]
    told = [Token(*s, quoted(marked, Mark(*s), page_text), is_parcel=True) for s in spans]
    if told:
        scene.parcel = told[-1].read
        return told
    again = THAT_PARCEL.search(marked.text)
    if again is None or scene.parcel is None:
        return []
    span = marked.sentence.span_of(*again.span())
    read = Read(scene.parcel.value, State.INFERRED, span, why=BY_CONTEXT)
    return [Token(*again.span(), read, is_parcel=True)]
