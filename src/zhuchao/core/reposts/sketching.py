"""A text's sketch: its sampled 8-grams, its figures, and a signature to find candidates by."""

from __future__ import annotations

import re
import zlib
from array import array
from dataclasses import dataclass
from functools import cached_property

from rensa import RMinHash

from zhuchao.core.errors import Refused
from zhuchao.core.reposts.checksums import checksums_of
from zhuchao.core.text.folding import folded_plain
from zhuchao.core.vocabulary.tables import Tables

GRAM = 8
# One gram of so many is kept, always the same ones: shares of kept grams estimate those of all.
SAMPLED = 4
# Texts with fewer sampled grams (about 80 characters) are too short to be told apart.
MIN_GRAMS = 20
SLOTS = 32
SEED = 20_261_123
# Candidates agree in so many slots. At a Jaccard similarity of .35, 11 of 32 agree on average and
# 1 pair in 300 falls below; unrelated articles (.01) reach it once in 3,000 pairs.
MIN_AGREEING = 4
MIN_CONTAINED = 0.7
# Candidates are wanted at .35; the estimate from sampled grams strays by about .03.
MIN_JACCARD = 0.3
# Notices from one form share most of their words and none of their figures.
MIN_FIGURES = 4
MIN_FIGURES_SHARED = 0.5

_NOISE = re.compile(r"[\W_]+")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_TYPE = "I"


@dataclass(frozen=True)
class Sketch:
    """What is kept of a text: CRC-32 values of its sampled 8-grams and of its figures.

    ``grams`` is empty for a text that is too short to be told apart.
    """

    grams: frozenset[int]
    figures: frozenset[int]

    @cached_property
    def marks(self) -> tuple[int, ...]:
        """The signature: ``SLOTS`` values below 2**37, each bearing its slot; () when too short."""
        if not self.grams:
            return ()
        matrix = RMinHash.digest_matrix_from_token_hash_sets(
            [list(self.grams)], num_perm=SLOTS, seed=SEED
        )
        return tuple(slot << 32 | value for slot, value in enumerate(matrix.to_rows()[0]))

    def packed(self) -> bytes:
        """The sketch as bytes for ``unpacked``."""
        values = [len(self.grams), *sorted(self.grams), *sorted(self.figures)]
        return array(_TYPE, values).tobytes() if self.grams else b""

    @staticmethod
    def unpacked(raw: bytes) -> Sketch:
        """Raises: Refused, for bytes that ``packed`` did not give."""
        values = array(_TYPE)
        try:
            values.frombytes(raw)
        except ValueError as error:
            raise Refused("转载指纹的内容已损坏") from error
        if not values:
            return Sketch(frozenset(), frozenset())
        return Sketch(frozenset(values[1 : values[0] + 1]), frozenset(values[values[0] + 1 :]))


def sketch_of(text: str, tables: Tables) -> Sketch:
    """The sketch of a body text; evasive spellings, width, case, space and punctuation folded."""
    plain = folded_plain(text, tables.folding, tables.evasions)
    figures = frozenset(
        zlib.crc32(figure.encode()) for figure in _FIGURE.findall(plain) if len(figure) > 1
    )
    sums = checksums_of(_NOISE.sub("", plain), GRAM)
    grams = frozenset(sums[sums % SAMPLED == 0].tolist())
    return Sketch(grams if len(grams) >= MIN_GRAMS else frozenset(), figures)


def is_repost(one: Sketch, other: Sketch) -> bool:
    """True when both tell one article: the shorter one mostly contained, neither far longer."""
    if not one.grams or not other.grams:
        return False
    shared = len(one.grams & other.grams)
    if shared < MIN_CONTAINED * min(len(one.grams), len(other.grams)):
        return False
    if shared < MIN_JACCARD * (len(one.grams) + len(other.grams) - shared):
        return False
    fewer = min(len(one.figures), len(other.figures))
    common = len(one.figures & other.figures)
    return fewer < MIN_FIGURES or common >= MIN_FIGURES_SHARED * fewer
