"""What is done to projects and to the claims from which they come."""

from zhuchao.apps.projects.aiming import About, Curve, Published
from zhuchao.apps.projects.services.checking import Told, check, see_alert
from zhuchao.apps.projects.services.claiming import (
    Filing,
    confirm_claim,
    decline_claim,
    expire_claims,
    file_claim,
    note_activity,
    release_claim,
    renew_claim,
    state_investment,
)
from zhuchao.apps.projects.services.contesting import (
    dismiss_contest,
    open_contest_for,
    settle_contests_of,
    state_case,
    uphold_claim,
)
from zhuchao.apps.projects.services.counting import mark_increment, mark_same, unmark
from zhuchao.apps.projects.services.escalating import escalate_problems
from zhuchao.apps.projects.services.filters import drop_filter, rename_filter, save_filter
from zhuchao.apps.projects.services.inspecting import (
    Sheet,
    Tour,
    keep_sheet,
    mark_quarter,
    plan_round,
    plan_tour,
    publish_inspection,
)
from zhuchao.apps.projects.services.keeping import (
    Details,
    add_document,
    add_person,
    edit_project,
)
from zhuchao.apps.projects.services.lighting import reckon_lights
from zhuchao.apps.projects.services.looking import TAKEN, Likely, look_before_opening
from zhuchao.apps.projects.services.merging import merge_companies, undo_merge
from zhuchao.apps.projects.services.money import MonthEntry, note_investment
from zhuchao.apps.projects.services.naming import (
    code_company,
    correct_company_name,
    name_company,
    rename_company,
)
from zhuchao.apps.projects.services.opening import (
    open_from_enquiry,
    open_from_fact,
    open_project,
)
from zhuchao.apps.projects.services.progress import (
    note_published,
    set_baseline,
    set_target,
)
from zhuchao.apps.projects.services.promising import (
    OutcomeForm,
    PromiseForm,
    note_promise,
    record_outcome,
    record_review,
    waive_promise,
)
from zhuchao.apps.projects.services.rounds import plan_due_rounds
from zhuchao.apps.projects.services.solving import (
    AssignForm,
    ProofForm,
    assign_problem,
    check_problem,
    hand_in,
    note_progress,
    raise_problem,
    reopen_problem,
    withdraw_problem_event,
)
from zhuchao.apps.projects.services.staging import (
    check_stage,
    correct_stage,
    enter_stage,
    withdraw_stage,
)
from zhuchao.apps.projects.services.transferring import (
    INDICATORS,
    Referrer,
    Terms,
    accept_transfer,
    add_referral,
    decline_transfer,
    propose_transfer,
    withdraw_transfer,
)
from zhuchao.apps.projects.services.years import (
    close_year,
    reopen_year,
)

__all__ = [
    "INDICATORS",
    "TAKEN",
    "About",
    "AssignForm",
    "Curve",
    "Details",
    "Filing",
    "Likely",
    "MonthEntry",
    "OutcomeForm",
    "PromiseForm",
    "ProofForm",
    "Published",
    "Referrer",
    "Sheet",
    "Terms",
    "Told",
    "Tour",
    "accept_transfer",
    "add_document",
    "add_person",
    "add_referral",
    "assign_problem",
    "check",
    "check_problem",
    "check_stage",
    "close_year",
    "code_company",
    "confirm_claim",
    "correct_company_name",
    "correct_stage",
    "decline_claim",
    "decline_transfer",
    "dismiss_contest",
    "drop_filter",
    "edit_project",
    "enter_stage",
    "escalate_problems",
    "expire_claims",
    "file_claim",
    "hand_in",
    "keep_sheet",
    "look_before_opening",
    "mark_increment",
    "mark_quarter",
    "mark_same",
    "merge_companies",
    "name_company",
    "note_activity",
    "note_investment",
    "note_progress",
    "note_promise",
    "note_published",
    "open_contest_for",
    "open_from_enquiry",
    "open_from_fact",
    "open_project",
    "plan_due_rounds",
    "plan_round",
    "plan_tour",
    "propose_transfer",
    "publish_inspection",
    "raise_problem",
    "reckon_lights",
    "record_outcome",
    "record_review",
    "release_claim",
    "rename_company",
    "rename_filter",
    "renew_claim",
    "reopen_problem",
    "reopen_year",
    "save_filter",
    "see_alert",
    "set_baseline",
    "set_target",
    "settle_contests_of",
    "state_case",
    "state_investment",
    "undo_merge",
    "unmark",
    "uphold_claim",
    "waive_promise",
    "withdraw_problem_event",
    "withdraw_stage",
    "withdraw_transfer",
]
