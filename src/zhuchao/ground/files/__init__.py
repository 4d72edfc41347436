"""Whatever was given to us, kept as it came, under its own checksum."""

from zhuchao.ground.files.kept import forget, keep, open_kept

__all__ = ["forget", "keep", "open_kept"]
