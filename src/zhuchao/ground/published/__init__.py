"""Public pages as files: where each lies, how it is replaced, and how it is served."""

from zhuchao.ground.published.places import DEFAULT_SITE, FOLDER, file_of
from zhuchao.ground.published.writing import alone, remove, write, written_at

__all__ = ["DEFAULT_SITE", "FOLDER", "alone", "file_of", "remove", "write", "written_at"]
