"""Columns whose content is encrypted at rest, masked when shown, and found by keyed hash."""

from zhuchao.ground.sealed.cipher import keyed_hash
from zhuchao.ground.sealed.field import SealedField
from zhuchao.ground.sealed.value import Sealed, masked

__all__ = ["Sealed", "SealedField", "keyed_hash", "masked"]
