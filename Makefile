# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
# Everything runs through here; CI calls the same targets. `make run` and `make test` set up what they need.

# The first Python that starts and is recent enough; else python3, which scripts/setup.py then refuses in words.
FIT := -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do $$p $(FIT) >/dev/null 2>&1 && echo $$p && exit; done; echo python3)
VENV := .venv
PY := $(VENV)/bin/python

.PHONY: python run test lint bench soak setup setup-dev assets migration messages format lock

python:
	@command -v $(PYTHON) >/dev/null || { echo "Brücke: Python 3.11, 3.12 or 3.13 is needed and was not found."; exit 1; }

run: setup
	@$(PY) scripts/run.py

test: setup-dev
	@$(PY) scripts/check.py

lint: setup-dev
	@$(PY) scripts/lint.py

bench: setup-dev
	@BRUECKE_DEBUG= $(PY) -m benchmarks

soak: setup-dev
	@$(PY) -m pytest -m soak tests/soak --override-ini addopts="-q -s --strict-markers" $(SOAK)

setup: python
	@$(PYTHON) scripts/setup.py

setup-dev: python
	@$(PYTHON) scripts/setup.py --dev

assets: setup
	@$(PY) scripts/assets.py

migration: setup-dev
	@BRUECKE_DEBUG=1 $(PY) manage.py makemigrations bruecke -n $(NAME)

messages: setup-dev
	@BRUECKE_DEBUG=1 $(PY) scripts/messages.py

format: setup-dev
	@$(VENV)/bin/ruff check --fix --quiet . ; $(VENV)/bin/ruff format .

lock: setup-dev
	@$(PY) scripts/lock.py
