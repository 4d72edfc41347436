"""Projects with their history, money and promises, and the claims from which they come."""

from zhuchao.apps.projects.importing.models import LedgerRow, LedgerRun
from zhuchao.apps.projects.models.checks import BlindCheck, CheckAlert
from zhuchao.apps.projects.models.claims import Claim, ClaimEvent, Referral
from zhuchao.apps.projects.models.contests import Contest, Statement, TransferAgreement
from zhuchao.apps.projects.models.events import Document, StageCheck, StageEvent, StageReached
from zhuchao.apps.projects.models.inspections import (
    Inspection,
    InspectionRound,
    InspectionSheet,
    LeadersMark,
)
from zhuchao.apps.projects.models.lights import LightChange, ProjectLight
from zhuchao.apps.projects.models.money import InvestmentFact, MonthlyInvestment
from zhuchao.apps.projects.models.problems import Problem, ProblemEvent
from zhuchao.apps.projects.models.progress import Baseline, PublishedFigure, Target
from zhuchao.apps.projects.models.projects import Project, ProjectPage, ProjectPerson, SavedFilter
from zhuchao.apps.projects.models.promises import Promise
from zhuchao.apps.projects.models.years import ClosedYear

__all__ = [
    "Baseline",
    "BlindCheck",
    "CheckAlert",
    "Claim",
    "ClaimEvent",
    "ClosedYear",
    "Contest",
    "Document",
    "Inspection",
    "InspectionRound",
    "InspectionSheet",
    "InvestmentFact",
    "LeadersMark",
    "LedgerRow",
    "LedgerRun",
    "LightChange",
    "MonthlyInvestment",
    "Problem",
    "ProblemEvent",
    "Project",
    "ProjectLight",
    "ProjectPage",
    "ProjectPerson",
    "Promise",
    "PublishedFigure",
    "Referral",
    "SavedFilter",
    "StageCheck",
    "StageEvent",
    "StageReached",
    "Statement",
    "Target",
    "TransferAgreement",
]
