"""Tags and filters of templates: a name means one thing, whatever libraries a template loads."""

from __future__ import annotations

from collections import defaultdict

from django.template import engines


def test_no_two_libraries_of_ours_give_one_name() -> None:
    givers = defaultdict(set)
    for library in engines["django"].engine.template_libraries.values():  # type: ignore[attr-defined]
        for name, function in (library.filters | library.tags).items():
            if function.__module__.startswith("zhuchao."):
                givers[name].add(function.__module__)

    assert not {name: modules for name, modules in givers.items() if len(modules) > 1}
