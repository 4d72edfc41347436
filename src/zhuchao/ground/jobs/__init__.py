"""Background work that is due by the clock, and work whose worker died."""

from zhuchao.ground.jobs.reclaim import beat, reclaim
from zhuchao.ground.jobs.schedule import enqueue_due, every

__all__ = ["beat", "enqueue_due", "every", "reclaim"]
