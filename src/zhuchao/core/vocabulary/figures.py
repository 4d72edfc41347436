"""What lights are reckoned from: the told figures of one project or zone, as of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a year's target and baseline are about; ``measure`` is the told money that fills it.

    An empty ``measure`` is an indicator of the zone alone, of which published figures are noted.
    """

    key: str
    name: str
    measure: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What is told by the end of ``as_of``, in yuan; None is not told, which is not nought.

    ``done`` since January, ``done_before`` in the same months of the year before,
    ``whole_before`` in the whole of it. ``mean_growth`` is the city's, a share. Days of the start
    and of the entry into statistics are those of a project. ``rests`` says why it has no light.
    """

    as_of: date
    target: Decimal | None = None
    done: Decimal | None = None
    done_before: Decimal | None = None
    whole_before: Decimal | None = None
    mean_growth: float | None = None
    start_planned: date | None = None
    started_on: date | None = None
    counted_from: date | None = None
    rests: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """The number that a rule is asked about, in the unit of its test.

    Without one ``why`` says what lacks; where ``is_moot`` the rule has nothing to say any more.
    """

    value: float | None
    why: str = ""
    is_moot: bool = False
