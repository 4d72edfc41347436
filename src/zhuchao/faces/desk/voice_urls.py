"""The desk's addresses of readers' voices."""

from django.urls import path

from zhuchao.faces.desk.views import voices

urlpatterns = [
    path("voices/", voices.index, name="voices"),
    path("voices/comments/<int:comment_id>/show/", voices.show_comment, name="comment_show"),
    path("voices/comments/<int:comment_id>/refuse/", voices.refuse_comment, name="comment_refuse"),
    path("voices/comments/<int:comment_id>/undo/", voices.undo_comment, name="comment_undo"),
    path("voices/corrections/<int:correction_id>/", voices.correction, name="correction"),
    path(
        "voices/corrections/<int:correction_id>/answer/",
        voices.answer_correction,
        name="correction_answer",
    ),
    path("voices/takedowns/<int:takedown_id>/", voices.takedown, name="takedown"),
    path("voices/takedowns/<int:takedown_id>/asker/", voices.reveal_asker, name="takedown_asker"),
    path(
        "voices/takedowns/<int:takedown_id>/files/<int:file_id>/",
        voices.open_evidence,
        name="takedown_file",
    ),
    path("voices/takedowns/<int:takedown_id>/hide/", voices.hide_takedown, name="takedown_hide"),
    path("voices/takedowns/<int:takedown_id>/show/", voices.show_takedown, name="takedown_show"),
    path(
        "voices/takedowns/<int:takedown_id>/decide/", voices.decide_takedown, name="takedown_decide"
    ),
    path("voices/takedowns/<int:takedown_id>/reply/", voices.reply_takedown, name="takedown_reply"),
    path(
        "voices/takedowns/<int:takedown_id>/restore/",
        voices.restore_takedown,
        name="takedown_restore",
    ),
]
