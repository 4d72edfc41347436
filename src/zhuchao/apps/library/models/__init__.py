"""Records of the library."""

from zhuchao.apps.library.models.facts import Fact
from zhuchao.apps.library.models.intakes import Intake, MessageCorrection
from zhuchao.apps.library.models.noticing import CompanyWatch
from zhuchao.apps.library.models.pages import (
    Correction,
    ReadPage,
    RepostCluster,
    RepostMark,
    RepostRegister,
)
from zhuchao.apps.library.models.profiles import ProfileRow
from zhuchao.apps.library.models.watching import SiteManners, WatchedAddress, WatchedSource

__all__ = [
    "CompanyWatch",
    "Correction",
    "Fact",
    "Intake",
    "MessageCorrection",
    "ProfileRow",
    "ReadPage",
    "RepostCluster",
    "RepostMark",
    "RepostRegister",
    "SiteManners",
    "WatchedAddress",
    "WatchedSource",
]
