"""The desk's addresses of baselines, targets, lights and the leader's page."""

from django.urls import path

from zhuchao.faces.desk.views import leading, lights, progress

urlpatterns = [
    path("leading/", leading.show, name="leading"),
    path("leading/curves.svg", leading.chart, name="leading_chart"),
    path("lights/changes/", lights.changes, name="light_changes"),
    path("lights/reckon/", lights.reckon, name="lights_reckon"),
    path("projects/<int:project_id>/lights/", lights.project, name="project_lights"),
    path("progress/", progress.index, name="progress"),
    path("progress/curve.svg", progress.chart, name="progress_chart"),
    path("progress/<slug:indicator>/", progress.show, name="progress_of"),
    path("progress/<slug:indicator>/target/", progress.aim, name="progress_aim"),
    path("progress/<slug:indicator>/published/", progress.note, name="progress_note"),
]
