"""Reference data and rule packs as values: CSV and TOML files in, frozen values out."""

from zhuchao.tables.claims import claim_rule
from zhuchao.tables.columns import ledger_columns, offer_columns
from zhuchao.tables.counting import count_rule
from zhuchao.tables.firms import company_words
from zhuchao.tables.inspections import inspection_template, inspection_templates
from zhuchao.tables.ladders import document_kinds, stage_ladder
from zhuchao.tables.loading import count_months_by, load
from zhuchao.tables.problems import problem_kinds, problem_rule
from zhuchao.tables.promising import promise_measures
from zhuchao.tables.rates import rate_pack
from zhuchao.tables.reminding import reminder_kinds, reminder_rule

__all__ = [
    "claim_rule",
    "company_words",
    "count_months_by",
    "count_rule",
    "document_kinds",
    "inspection_template",
    "inspection_templates",
    "ledger_columns",
    "load",
    "offer_columns",
    "problem_kinds",
    "problem_rule",
    "promise_measures",
    "rate_pack",
    "reminder_kinds",
    "reminder_rule",
    "stage_ladder",
]
