"""The pages of the portal, as Wagtail keeps them."""

from zhuchao.apps.publishing.judging.models import (
    ArticleDay,
    ArticleMedal,
    MedalChange,
    MedalRule,
    VisitMark,
)
from zhuchao.apps.publishing.models.articles import ArticlePage
from zhuchao.apps.publishing.models.official import NoticePage, PolicyPage
from zhuchao.apps.publishing.models.profiles import AgentPage, ProfileFact, ProfilePage
from zhuchao.apps.publishing.models.published import PageTag, PublishedPage
from zhuchao.apps.publishing.models.reviewing import OtherEyesTask
from zhuchao.apps.publishing.models.site import AboutPage, ChannelPage, HomePage
from zhuchao.apps.publishing.models.takedowns import (
    MeanwhileRule,
    Takedown,
    TakedownFile,
    TakedownStep,
)
from zhuchao.apps.publishing.models.voices import Comment, Correction
from zhuchao.apps.publishing.rendering.models import (
    ArticleViews,
    CountedBatch,
    FollowedTick,
    PublishedFile,
    Renewal,
    RenewedPage,
    Showing,
)

__all__ = [
    "AboutPage",
    "AgentPage",
    "ArticleDay",
    "ArticleMedal",
    "ArticlePage",
    "ArticleViews",
    "ChannelPage",
    "Comment",
    "Correction",
    "CountedBatch",
    "FollowedTick",
    "HomePage",
    "MeanwhileRule",
    "MedalChange",
    "MedalRule",
    "NoticePage",
    "OtherEyesTask",
    "PageTag",
    "PolicyPage",
    "ProfileFact",
    "ProfilePage",
    "PublishedFile",
    "PublishedPage",
    "Renewal",
    "RenewedPage",
    "Showing",
    "Takedown",
    "TakedownFile",
    "TakedownStep",
    "VisitMark",
]
