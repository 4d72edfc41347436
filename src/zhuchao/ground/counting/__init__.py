"""What visitors do with pages: taken down in files as it comes, added up later in batches."""

from zhuchao.ground.counting.collecting import FOLDER, SEEN, SHARED, USEFUL, SeenPages
from zhuchao.ground.counting.gathering import Taken, Visit, take
from zhuchao.ground.counting.visitors import day_of

__all__ = ["FOLDER", "SEEN", "SHARED", "USEFUL", "SeenPages", "Taken", "Visit", "day_of", "take"]
