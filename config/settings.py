# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Settings, from the environment only (12-factor). docs/install.md lists the variables."""

import os
import sys
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("BRUECKE_VAR", BASE_DIR / "var"))
RELEASE = "0.1.0"


def _flag(name: str) -> bool:
    return os.environ.get(name, "").strip().lower() in {"1", "true", "yes", "ja"}


DEBUG = _flag("BRUECKE_DEBUG")
TESTING = "pytest" in sys.modules
SECRET_KEY = os.environ.get("BRUECKE_SECRET_KEY", "")
if not SECRET_KEY:
    if not (DEBUG or TESTING):
        raise ImproperlyConfigured("BRUECKE_SECRET_KEY fehlt (is missing): see docs/install.md")
    SECRET_KEY = "only-for-the-demonstration-on-one-machine"  # noqa: S105

ALLOWED_HOSTS = [host.strip() for host in os.environ.get("BRUECKE_HOSTS", "").split(",") if host.strip()]
if DEBUG or TESTING:
    ALLOWED_HOSTS += ["127.0.0.1", "localhost", "testserver"]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if host not in {"127.0.0.1", "localhost"}]

INSTALLED_APPS = [
    "modeltranslation",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "rules",
    "simple_history",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "bruecke",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "bruecke.pages.middleware.PolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    # Inside of the language, outside of all that sets cookies on the way back.
    "bruecke.pages.middleware.CachingMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "bruecke.pages.middleware.TextMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "bruecke.pages.middleware.PrincipalMiddleware",
    "bruecke.pages.middleware.WrittenMiddleware",
    "axes.middleware.AxesMiddleware",
    *(["bruecke.pages.middleware.NotFoundMiddleware"] if DEBUG else []),
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Before the apps': our words stand in place of those that allauth ships.
        "DIRS": [BASE_DIR / "bruecke" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "bruecke.pages.context.page",
            ],
        },
    }
]

VAR_DIR.mkdir(parents=True, exist_ok=True)
DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{VAR_DIR / 'bruecke.sqlite3'}", conn_max_age=60
    )
}
IS_SQLITE = DATABASES["default"]["ENGINE"].endswith("sqlite3")
if not IS_SQLITE:
    # A connection that PostgreSQL closed meanwhile (a restart, an idle limit) is opened anew, not answered by an error.
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
if IS_SQLITE:
    # Many savers on one file: take the write lock at BEGIN (no upgrade deadlocks) and wait; FULL, because what was
    # "saved" survives a power cut. See stack.md.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 30,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        " PRAGMA cache_size=-16000; PRAGMA mmap_size=134217728; PRAGMA temp_store=MEMORY;",
    }
# Whose public holidays are no working days (ISO 3166 code): deadlines are counted in working days.
HOLIDAY_REGION = os.environ.get("BRUECKE_HOLIDAYS", "DE-SN" if DEBUG or TESTING else "")

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "bruecke.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "bruecke.accounts.backends.EmailBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "start"
ACCOUNT_ADAPTER = "bruecke.accounts.adapter.ClosedSignup"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_USER_DISPLAY = str  # the person's name, never the technical user name
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an administrator vouches for the address; nobody signs up
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
SOCIALACCOUNT_ONLY = False
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 1
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "429.html"
AXES_ENABLED = not TESTING
# Both count attempts by address; behind a proxy all visitors would share its one.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("BRUECKE_PROXIES") or 0)
AXES_CLIENT_IP_CALLABLE = "bruecke.accounts.adapter.client_ip"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
LANGUAGE_COOKIE_SAMESITE = "Lax"
if not (DEBUG or TESTING):
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "de"
LANGUAGES = [("de", "Deutsch"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "bruecke" / "locale"]
FORMAT_MODULE_PATH = ["bruecke.locale"]
MODELTRANSLATION_LANGUAGES = ("de", "en", "pl", "cs", "hsb")
MODELTRANSLATION_DEFAULT_LANGUAGE = "de"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("de", "en", "pl", "cs", "hsb")
TIME_ZONE = "Europe/Berlin"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = TESTING
MEDIA_ROOT = VAR_DIR / "files"
# Beside the database, so that a restored backup of it brings nobody back; back it up by itself.
ERASURES_FILE = VAR_DIR / "erasures.jsonl"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["bruecke.pages.uploads.LimitedUploadHandler"]

# A task is a row of the same database: what an act hands to the worker is written with the act, or not at all.
TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend" if TESTING else "django_tasks_db.DatabaseBackend"
    }
}
EMAIL_HOST = os.environ.get("BRUECKE_EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("BRUECKE_EMAIL_PORT") or 25)
EMAIL_HOST_USER = os.environ.get("BRUECKE_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("BRUECKE_EMAIL_PASSWORD", "")
EMAIL_USE_TLS = _flag("BRUECKE_EMAIL_TLS")
EMAIL_TIMEOUT = 20
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
DEFAULT_FROM_EMAIL = os.environ.get("BRUECKE_EMAIL_FROM", "bruecke@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # The worker tells of every task otherwise; people follow them on the pages.
    "loggers": {"django_tasks": {"level": "WARNING"}, "django_tasks_db": {"level": "WARNING"}},
}
