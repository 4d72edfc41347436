"""The one settings file: what differs between machines is read from the environment."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF

from zhuchao.config import env, sqlite
from zhuchao.ground import keys
from zhuchao.tables import count_months_by

sqlite.swap_in()
count_months_by(env.RENT_MONTH.value())

ZHUCHAO_HOME = env.HOME.value()
DEBUG = env.DEBUG.value()
SECRET_KEY = env.SECRET_KEY.value() or keys.made_once(ZHUCHAO_HOME / "keys" / "secret")
ZHUCHAO_SEAL_KEY = env.SEAL_KEY.value()
ZHUCHAO_ADDRESS = env.ADDRESS.value() or env.listening(ZHUCHAO_HOME)
# While a house is filled nobody reads it: its pages are rendered once, afterwards.
ZHUCHAO_RENEWS = True
ZHUCHAO_SITE_NAME = env.SITE_NAME.value()
ZHUCHAO_PROTECTION_DAYS = env.PROTECTION_DAYS.value()
ZHUCHAO_PROTECTION_RULE = env.PROTECTION_RULE.value()
ZHUCHAO_ENQUIRY_KEPT_DAYS = env.ENQUIRY_KEPT_DAYS.value()
ZHUCHAO_QUIET_HOURS = env.QUIET_HOURS.value()
ZHUCHAO_CHANNELS = {
    key: {name: setting.value() for name, setting in channel.items()}
    for key, channel in env.CHANNELS.items()
}
ALLOWED_HOSTS = env.HOSTS.value()
CSRF_TRUSTED_ORIGINS = env.ORIGINS.value()

INSTALLED_APPS = [
    "zhuchao.ground.apps.GroundConfig",
    "zhuchao.apps.people.apps.PeopleConfig",
    "zhuchao.apps.parties.apps.PartiesConfig",
    "zhuchao.apps.library.apps.LibraryConfig",
    "zhuchao.apps.properties.apps.PropertiesConfig",
    "zhuchao.apps.publishing.apps.PublishingConfig",
    "zhuchao.apps.enquiries.apps.EnquiriesConfig",
    "zhuchao.apps.projects.apps.ProjectsConfig",
    "zhuchao.apps.reminders.apps.RemindersConfig",
    "zhuchao.faces.hand.apps.HandConfig",
    "zhuchao.faces.portal.apps.PortalConfig",
    "zhuchao.faces.desk.apps.DeskConfig",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "zhuchao.config.middleware.ContentPolicyMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "zhuchao.apps.people.middleware.ViewerMiddleware",
    "zhuchao.config.middleware.StorableAddressMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "zhuchao.config.urls"
WSGI_APPLICATION = "zhuchao.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "zhuchao.config.context.site",
            ],
        },
    },
]


def _database(address: str) -> dict[str, Any]:
    if address:
        return dict(dj_database_url.parse(address, conn_max_age=60, conn_health_checks=True))
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(ZHUCHAO_HOME / "zhuchao.sqlite3"),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                "PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-20000;"
            ),
        },
    }


DATABASES = {"default": _database(env.DATABASE_URL.value())}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
# Scrypt needs memory as well as time from who guesses, and less time from who signs in.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]
LOGIN_URL = "desk:sign_in"
LOGIN_REDIRECT_URL = "desk:home"
LOGOUT_REDIRECT_URL = "desk:sign_in"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "desk/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.HTTPS.value()
SECURE_HSTS_SECONDS = 31_536_000 if env.HTTPS.value() else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.HTTPS.value() else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}

LANGUAGE_CODE = "zh-hans"
# Only from here does the editing screens' own view take what its scripts say.
LOCALE_PATHS = [Path(__file__).parents[1] / "apps" / "publishing" / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_I18N = USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = ZHUCHAO_HOME / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = ZHUCHAO_HOME / "media"
ZHUCHAO_INDEX = ZHUCHAO_HOME / "index"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "zhuchao.config.static.HashedFiles"},
}
WHITENOISE_MANIFEST_STRICT = False
WHITENOISE_USE_FINDERS = DEBUG

# Printed sheets are kept by their content, so that a crawler costs no more than a reader.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "printed": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": ZHUCHAO_HOME / "printed",
        "TIMEOUT": 30 * 24 * 3600,
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
}

# What is pasted is kept whole up to this size, with the reason where it cannot be read.
DATA_UPLOAD_MAX_MEMORY_SIZE = 80 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # Wagtail's page forms are large

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

WAGTAIL_SITE_NAME = ZHUCHAO_SITE_NAME
WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"
WAGTAIL_I18N_ENABLED = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "zhuchao.config.logs.MaskingFormatter",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.LOG_LEVEL.value()},
    "loggers": {
        "axes": {"level": "ERROR"},  # below, it writes who failed to sign in
        "django_tasks": {"level": "WARNING"},  # every task
        "django_tasks_db": {"level": "ERROR"},  # every start and stop
        "wagtail": {"level": "WARNING"},  # every page made
        "weasyprint": {"level": "ERROR"},  # every step of every sheet
        "fontTools": {"level": "ERROR"},
    },
}
