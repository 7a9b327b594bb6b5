# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The way in for a WSGI server (granian, gunicorn)."""

import gc
import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()

from django.conf import settings  # noqa: E402 - they are named above

# All pages are loaded now and not by the first visitor; what is loaded stays, so that collecting garbage need not look
# at it again (70 ms every few hundred requests).
import_module(settings.ROOT_URLCONF)
gc.collect()
gc.freeze()
