"""The lint beside the article's form, renewed while the editor writes."""

from __future__ import annotations

from typing import Any, ClassVar

from wagtail.admin.panels import Panel

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
