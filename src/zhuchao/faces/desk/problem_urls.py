"""The desk's addresses of problems and inspections."""

from django.urls import path

from zhuchao.faces.desk.views import inspections, problems

urlpatterns = [
    path("projects/<int:project_id>/problems/", problems.add, name="problem_new"),
    path("problems/", problems.index, name="problems"),
    path("problems/load/", problems.load, name="problem_load"),
    path("problems/escalate/", problems.escalate, name="problem_escalate"),
    path("problems/<int:problem_id>/", problems.show, name="problem"),
    path("problems/<int:problem_id>/assign/", problems.assign, name="problem_assign"),
    path("problems/<int:problem_id>/progress/", problems.note, name="problem_note"),
    path("problems/<int:problem_id>/proof/", problems.hand_in, name="problem_hand_in"),
    path("problems/<int:problem_id>/check/", problems.check, name="problem_check"),
    path("problems/<int:problem_id>/reopen/", problems.reopen, name="problem_reopen"),
    path(
        "problems/<int:problem_id>/events/<int:event_id>/withdraw/",
        problems.withdraw,
        name="problem_withdraw",
    ),
    path("inspections/", inspections.index, name="inspections"),
    path("inspections/plan/", inspections.plan, name="inspection_plan"),
    path("inspections/tour/", inspections.tour, name="inspection_tour"),
    path("inspections/rounds/<int:round_id>/", inspections.round_page, name="inspection_round"),
    path("inspections/<int:inspection_id>/", inspections.show, name="inspection"),
    path("inspections/<int:inspection_id>/fill/", inspections.fill, name="inspection_fill"),
    path(
        "inspections/<int:inspection_id>/publish/", inspections.publish, name="inspection_publish"
    ),
    path(
        "inspections/<int:inspection_id>/leaders/",
        inspections.mark_leaders,
        name="inspection_leaders",
    ),
]
