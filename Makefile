# Interface Monitor. `make run` and `make test` do all set-up on a fresh machine (Python 3.11+, make).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PREPARED := .prepared/index.json

.DEFAULT_GOAL := help
.PHONY: help run test lint bench demo refresh lock clean

help:  ## What can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(VENV)/.runtime $(PREPARED)  ## Serve the site, loading figures first where there are none (Ctrl-C stops)
	@exec $(BIN)/python -m ops.launch

test: $(VENV)/.dev $(PREPARED)  ## Lint, types, architecture and all tests
	@$(BIN)/python -m ops.check

lint: $(VENV)/.dev  ## Lint, types and architecture only
	@$(BIN)/python -m ops.check --lint

bench: $(VENV)/.dev $(PREPARED)  ## Speed and memory against the baselines in benchmarks/
	@$(BIN)/python -m benchmarks

demo: $(VENV)/.runtime  ## Write and load demonstration data
	@$(BIN)/python -m etl demo

refresh: $(VENV)/.runtime  ## Load the publishers' new files
	@$(BIN)/python -m etl refresh

lock:  ## Renew the lock files from the ranges in pyproject.toml
	@$(PYTHON) -m ops.lock

clean:  ## Remove everything that set-up made; data stay
	rm -rf $(VENV) .prepared .cache

$(VENV)/bin/python:
	@echo "Setting up a virtual environment in $(VENV) …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; set PYTHON=/path/to/it"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.lock | $(VENV)/bin/python
	@echo "Installing locked packages …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock | $(VENV)/bin/python
	@echo "Installing locked packages for development …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ $(VENV)/.runtime

STATIC := app.py ops/prepare.py ops/npm_file.py web/static_files.py $(wildcard assets/*) $(wildcard pages/*.py)
$(PREPARED): requirements.lock $(STATIC)
	@test -e $(VENV)/.runtime || $(MAKE) --no-print-directory $(VENV)/.runtime
	@echo "Preparing fonts and static files …"
	@$(BIN)/python -m ops.prepare
