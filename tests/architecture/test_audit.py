"""Every act is recorded: each public service logs, itself or through a service that it calls."""

import ast
from pathlib import Path

import pytest

APPS = Path(__file__).parents[2] / "src" / "zhuchao" / "apps"
# They keep a row to the caller's transaction and change nothing.
CHANGES_NOTHING = {"hold_enquiry", "hold_intake", "locked"}
MODULES = sorted([*APPS.rglob("services.py"), *APPS.glob("*/services/*.py")])


def functions_of(module: Path) -> dict[str, set[str]]:
    """Each function of the module, with the names that it calls."""
    tree = ast.parse(module.read_text("utf-8"))
    return {
        node.name: {
            call.func.id if isinstance(call.func, ast.Name) else call.func.attr
            for call in ast.walk(node)
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name | ast.Attribute)
        }
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    }


def recording() -> set[str]:
    """The names of all functions that reach ``log``."""
    calls: dict[str, set[str]] = {}
    for module in MODULES:
        for name, called in functions_of(module).items():
            calls.setdefault(name, set()).update(called)
    known = {"log"}
    while True:
        more = {name for name, called in calls.items() if called & known} - known
        if not more:
            return known
        known |= more


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.parent.name)
def test_every_public_service_writes_to_the_audit_chain(module: Path) -> None:
    known = recording()

    silent = [
        name
        for name in functions_of(module)
        if not name.startswith("_") and name not in known | CHANGES_NOTHING
    ]

    assert not silent
