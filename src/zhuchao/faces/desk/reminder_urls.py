"""The desk's addresses of reminders."""

from django.urls import path

from zhuchao.faces.desk.views import reminders

urlpatterns = [
    path("reminders/", reminders.index, name="reminders"),
    path("reminders/plan/", reminders.plan, name="reminder_plan"),
    path("reminders/settings/", reminders.choices, name="reminder_choices"),
    path("reminders/<int:reminder_id>/again/", reminders.again, name="reminder_again"),
    path("reminders/<int:reminder_id>/settle/", reminders.settle, name="reminder_settle"),
]
