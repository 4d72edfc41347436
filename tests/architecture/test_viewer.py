"""There is no way round the viewer: selectors and services take one, and nobody else has models."""

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "zhuchao"
APPS = sorted(path.parent for path in SRC.glob("apps/*/__init__.py"))
# Who somebody is must be known before there is a viewer; where public enquiries go is no secret.
BEFORE_A_VIEWER = {"viewer_of", "default_organisation_id"}


def public_functions(module: Path) -> list[ast.FunctionDef]:
    body = ast.parse(module.read_text("utf-8")).body
    return [
        node
        for node in body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and node.name not in BEFORE_A_VIEWER
    ]


def modules(kind: str) -> list[Path]:
    found = [file for app in APPS for file in [*app.rglob(f"{kind}.py"), *app.glob(f"{kind}/*.py")]]
    return [file for file in found if file.exists() and file.name != "__init__.py"]


@pytest.mark.parametrize(
    "module", modules("selectors") + modules("services"), ids=lambda file: file.parent.name
)
def test_every_public_read_and_write_names_its_viewer_first(module: Path) -> None:
    functions = public_functions(module)

    assert functions
    for function in functions:
        arguments = [argument.arg for argument in function.args.args]
        assert arguments[:1] == ["viewer"], f"{module.name}: {function.name}"


def test_no_face_reaches_a_model_through_django() -> None:
    registry = ("get_model(", "_meta.model", "ContentType.objects", ".objects.")

    offenders = [
        f"{file.name}: {word}"
        for file in SRC.glob("faces/**/*.py")
        for word in registry
        if word in file.read_text("utf-8")
    ]

    assert not offenders
