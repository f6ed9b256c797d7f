# Two commands are enough: `make site` and `make test`. They need Python 3.11 or later, with its venv module.
PYTHON ?= python3
PLAN ?= whole
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--build-deps-for editable --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options

export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site test bench serve check lock clean chromium

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' Makefile | expand -t 14

site: $(VENV)/site.stamp ## build content/ and site/ from seeds/
	@$(BIN)/microsite build

serve: $(VENV)/site.stamp ## show the site at http://127.0.0.1:8000/, built again after each edit in seeds/
	@$(BIN)/mkdocs serve

check: $(VENV)/site.stamp ## prove that each passage stands in its source and that content/ is up to date
	@$(BIN)/microsite check

test: $(VENV)/test.stamp chromium ## run every check: ruff, mypy, import-linter, pytest
	@$(BIN)/ruff check
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/pytest

bench: $(VENV)/test.stamp ## measure speed beside a peer, and how work grows; writes tests/benchmarks/RESULTS.md
	@PYTHONPATH=.:tests $(BIN)/python -m benchmarks --plan $(PLAN) --json build/bench.json

lock: $(VENV)/site.stamp ## pin all dependencies anew, after a change of pyproject.toml
	@$(INSTALL) "pip-tools>=7.5,<8"
	@$(COMPILE) --upgrade --output-file requirements.lock pyproject.toml
	@$(COMPILE) --upgrade --extra test --constraint requirements.lock --output-file requirements-test.lock pyproject.toml

clean: ## remove site/, .venv/ and what the tools leave behind
	rm -rf site $(VENV) build *.egg-info .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/site.stamp: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed, and $(PYTHON) is not. Try: make PYTHON=python3.12 site" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@echo "Installing what requirements.lock names into $(VENV) …"
	@$(INSTALL) --require-hashes --only-binary :all: --requirement requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: requirements-test.lock $(VENV)/site.stamp
	@echo "Installing what requirements-test.lock names into $(VENV) …"
	@$(INSTALL) --require-hashes --only-binary :all: --requirement requirements-test.lock
	@touch $@

chromium: $(VENV)/test.stamp
	@$(BIN)/python tests/site/chromium.py || if [ "$$(id -u)" = 0 ]; then \
		{ apt-get update --quiet && apt-get install --quiet --yes --no-install-recommends chromium; } || \
		$(BIN)/playwright install --with-deps chromium; \
	else $(BIN)/playwright install chromium; fi
