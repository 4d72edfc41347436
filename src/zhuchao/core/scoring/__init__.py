"""Score schemes: points by ten primitives, with an explanation that adds up."""

from zhuchao.core.scoring.adjusting import Cap, Multiplier, Veto
from zhuchao.core.scoring.measuring import Band, Coefficient, Jury, Ratio, Step
from zhuchao.core.scoring.nodes import Condition, Fixed, Given, Node
from zhuchao.core.scoring.raising import Change, Raising, Way, raising
from zhuchao.core.scoring.scheme import Scheme, Verdict, judge
from zhuchao.core.scoring.summing import Deduct, PerEach, PerItem, Weighted, WeightedSum

__all__ = [
    "Band",
    "Cap",
    "Change",
    "Coefficient",
    "Condition",
    "Deduct",
    "Fixed",
    "Given",
    "Jury",
    "Multiplier",
    "Node",
    "PerEach",
    "PerItem",
    "Raising",
    "Ratio",
    "Scheme",
    "Step",
    "Verdict",
    "Veto",
    "Way",
    "Weighted",
    "WeightedSum",
    "judge",
    "raising",
]
