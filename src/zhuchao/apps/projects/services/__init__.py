"""What is done to projects: opened, moved by evidence, corrected, confirmed."""

from zhuchao.apps.projects.services.opening import open_from_enquiry, open_project
from zhuchao.apps.projects.services.staging import (
    check_stage,
    correct_stage,
    enter_stage,
    withdraw_stage,
)

__all__ = [
    "check_stage",
    "correct_stage",
    "enter_stage",
    "open_from_enquiry",
    "open_project",
    "withdraw_stage",
]
