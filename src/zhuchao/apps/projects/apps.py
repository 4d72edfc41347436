"""The Django app of projects."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "zhuchao.apps.projects"
    label = "projects"
    verbose_name = "项目"
