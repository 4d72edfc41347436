"""The desk's addresses; each act is a POST to an address of its own under its record."""

from django.conf import settings
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from zhuchao.faces.desk.forms import SignInForm
from zhuchao.faces.desk.views import (
    articles,
    audit,
    clarifying,
    cooperations,
    correcting,
    dealing,
    enquiries,
    handing,
    intakes,
    offers,
    pages,
    paste,
    projects,
    registrations,
    sources,
    viewings,
)

app_name = "desk"

SIGN_IN = LoginView.as_view(
    template_name="desk/sign_in.html",
    authentication_form=SignInForm,
    redirect_authenticated_user=True,
    # Without it Django names the page after the host that was asked for.
    extra_context={"site_name": settings.ZHUCHAO_SITE_NAME},
)

urlpatterns = [
    path("", paste.home, name="home"),
    path("sign-in/", SIGN_IN, name="sign_in"),
    path("sign-out/", LogoutView.as_view(next_page="desk:sign_in"), name="sign_out"),
    path("intakes/", intakes.index, name="intakes"),
    path("intakes/<int:intake_id>/", intakes.show, name="intake"),
    path("intakes/<int:intake_id>/confirm/", intakes.confirm, name="intake_confirm"),
    path("intakes/<int:intake_id>/set-aside/", intakes.set_aside, name="intake_set_aside"),
    path("intakes/<int:intake_id>/split/", intakes.split, name="intake_split"),
    path("intakes/<int:intake_id>/restore/", intakes.restore, name="intake_restore"),
    path("enquiries/", enquiries.index, name="enquiries"),
    path("enquiries/<int:enquiry_id>/", enquiries.show, name="enquiry"),
    path("enquiries/<int:enquiry_id>/compare/", enquiries.compare, name="enquiry_compare"),
    path("enquiries/<int:enquiry_id>/clarify/", clarifying.clarify, name="enquiry_clarify"),
    path("enquiries/<int:enquiry_id>/take/", enquiries.take, name="enquiry_take"),
    path("enquiries/<int:enquiry_id>/state/", enquiries.move, name="enquiry_move"),
    path("enquiries/<int:enquiry_id>/contact/", enquiries.reveal, name="enquiry_contact"),
    path("enquiries/<int:enquiry_id>/project/", enquiries.to_project, name="enquiry_project"),
    path("enquiries/<int:enquiry_id>/viewings/", viewings.plan, name="viewing_plan"),
    path("enquiries/<int:enquiry_id>/deal/", dealing.record, name="deal_record"),
    path("enquiries/<int:enquiry_id>/hand-over/", handing.give, name="enquiry_hand"),
    path("hand-overs/", handing.index, name="hand_overs"),
    path("hand-overs/<int:hand_over_id>/", handing.show, name="hand_over"),
    path("hand-overs/<int:hand_over_id>/take/", handing.acknowledge, name="hand_over_take"),
    path("hand-overs/<int:hand_over_id>/undo/", handing.undo, name="hand_over_undo"),
    path("registrations/", registrations.index, name="registrations"),
    path("registrations/new/", registrations.register, name="register"),
    path("registrations/<int:registration_id>/", registrations.show, name="registration"),
    path(
        "registrations/<int:registration_id>/extend/",
        registrations.extend,
        name="registration_extend",
    ),
    path(
        "registrations/<int:registration_id>/release/",
        registrations.release,
        name="registration_release",
    ),
    path(
        "registrations/<int:registration_id>/ruling/", registrations.rule, name="registration_rule"
    ),
    path(
        "registrations/<int:registration_id>/contact/",
        registrations.reveal,
        name="registration_contact",
    ),
    path(
        "registrations/<int:registration_id>/cooperation/",
        cooperations.propose,
        name="cooperation_propose",
    ),
    path("cooperations/<int:cooperation_id>/", cooperations.show, name="cooperation"),
    path(
        "cooperations/<int:cooperation_id>/answer/", cooperations.answer, name="cooperation_answer"
    ),
    path("viewings/", viewings.index, name="viewings"),
    path("viewings/<int:viewing_id>/", viewings.show, name="viewing"),
    path("viewings/<int:viewing_id>/outcome/", viewings.note_outcome, name="viewing_outcome"),
    path("viewings/<int:viewing_id>/time/", viewings.move, name="viewing_move"),
    path("viewings/<int:viewing_id>/contact/", viewings.reveal, name="viewing_contact"),
    path("viewings/<int:viewing_id>/calendar/", viewings.calendar, name="viewing_calendar"),
    path("offers/", offers.index, name="offers"),
    path("offers/<int:offer_id>/", offers.show, name="offer"),
    path("offers/<int:offer_id>/state/", offers.move, name="offer_move"),
    path("offers/<int:offer_id>/confirm/", offers.confirm_again, name="offer_confirm"),
    path("offers/<int:offer_id>/contact/", offers.reveal, name="offer_contact"),
    path("pages/", pages.index, name="pages"),
    path("pages/export/", pages.export, name="pages_export"),
    path("pages/set-aside/", correcting.set_aside_many, name="pages_set_aside"),
    path("pages/restore/", correcting.restore_many, name="pages_restore"),
    path("pages/<int:page_id>/", pages.show, name="page"),
    path("pages/<int:page_id>/draft/", pages.draft, name="page_draft"),
    path("pages/<int:page_id>/correct/", correcting.correct, name="page_correct"),
    path("pages/<int:page_id>/put-back/", correcting.put_back, name="page_put_back"),
    path("pages/<int:page_id>/cut-away/", correcting.cut_away, name="page_cut_away"),
    path(
        "pages/<int:page_id>/take-back/<int:correction_id>/",
        correcting.take_back,
        name="page_take_back",
    ),
    path("pages/<int:page_id>/set-aside/", correcting.set_aside, name="page_set_aside"),
    path("pages/<int:page_id>/restore/", correcting.restore, name="page_restore"),
    path("sources/", sources.index, name="sources"),
    path("sources/<int:source_id>/", sources.show, name="source"),
    path("sources/<int:source_id>/pause/", sources.pause, name="source_pause"),
    path("sources/<int:source_id>/resume/", sources.resume, name="source_resume"),
    path("sources/<int:source_id>/visit/", sources.visit, name="source_visit"),
    path("articles/", articles.index, name="articles"),
    path("articles/<int:article_id>/", articles.show, name="article"),
    path("articles/<int:article_id>/publish/", articles.publish, name="article_publish"),
    path("articles/<int:article_id>/withdraw/", articles.withdraw, name="article_withdraw"),
    path("projects/", projects.index, name="projects"),
    path("projects/<int:project_id>/", projects.show, name="project"),
    path("projects/<int:project_id>/stage/", projects.enter_stage, name="project_stage"),
    path("audit/", audit.show, name="audit"),
]
