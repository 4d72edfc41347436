"""Views of public pages: taken down in files as they come, added up later in batches."""

from zhuchao.ground.counting.collecting import FOLDER, SeenPages
from zhuchao.ground.counting.gathering import Taken, take

__all__ = ["FOLDER", "SeenPages", "Taken", "take"]
