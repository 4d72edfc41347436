"""What stands beside the article's form: the lint, renewed while one writes, and the medal."""

from __future__ import annotations

from typing import Any, ClassVar

from wagtail.admin.panels import Panel

from zhuchao.apps.people.viewer import SYSTEM
from zhuchao.apps.publishing import linting


class LintPanel(Panel):  # type: ignore[misc]
    """What the advertising law says of the words in the form."""

    class BoundPanel(Panel.BoundPanel):  # type: ignore[misc]
        template_name = "publishing/editing/lint_panel.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            found = linting.complaints(self.instance) if self.instance.pk else ()
            return context | {"complaints": found, "kind": type(self.instance).__name__}

        class Media:
            js = ("publishing/lint.js",)
            css: ClassVar = {"all": ("publishing/lint.css",)}


class MedalPanel(Panel):  # type: ignore[misc]
    """The medal of what is before the public, and where it is explained."""

    class BoundPanel(Panel.BoundPanel):  # type: ignore[misc]
        template_name = "publishing/editing/medal_panel.html"

        def is_shown(self) -> bool:
            return bool(super().is_shown() and self.instance.live)

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            # Only now are the models there, of which these panels are a part.
            from zhuchao.apps.publishing.judging.selectors import explained  # noqa: PLC0415

            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"judged": explained(SYSTEM, self.instance)}
