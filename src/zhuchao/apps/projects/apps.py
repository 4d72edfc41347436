"""The Django app of projects."""

from importlib import import_module

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "zhuchao.apps.projects"
    label = "projects"
    verbose_name = "项目"

    def ready(self) -> None:
        # It names models, which are there only now.
        import_module("zhuchao.apps.projects.handing").register_belongings()
        from zhuchao.apps.projects.sought import PROJECTS  # noqa: PLC0415
        from zhuchao.ground.finding import house  # noqa: PLC0415

        house.register(PROJECTS)
