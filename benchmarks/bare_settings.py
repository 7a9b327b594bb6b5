# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same server and database without middleware: what a page is compared with."""

from config.settings import *  # noqa: F403

MIDDLEWARE = []
# allauth refuses to start without its middleware.
INSTALLED_APPS = [app for app in INSTALLED_APPS if not app.startswith("allauth")]  # noqa: F405
ROOT_URLCONF = "benchmarks.bare_urls"
