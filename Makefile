# The two commands of the README: `make serve` and `make test`. Everything they need they install themselves.
PYTHON ?= python3
ENV := .venv
BIN := $(ENV)/bin
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# The scripts of the pages are bundled by the package's own build; this does it anew where one of them has changed.
BUNDLE = $(BIN)/python theme/bundle.py
NPM = cd theme && PATH="$(CURDIR)/$(BIN):$$PATH" npm

.PHONY: setup bundle serve build test lint types scripts pytest renew fuzz bench messages lock clean
.DEFAULT_GOAL := test

setup: $(ENV)/site.installed

bundle: $(ENV)/site.installed
	$(BUNDLE)

serve: $(ENV)/site.installed
	$(BUNDLE)
	$(BIN)/mkdocs serve

build: $(ENV)/site.installed
	$(BUNDLE)
	$(BIN)/mkdocs build --strict

test: lint types scripts pytest

lint: $(ENV)/dev.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(NPM) run --silent lint

types: $(ENV)/dev.installed
	$(BIN)/mypy
	$(NPM) run --silent check

scripts: $(ENV)/dev.installed
	$(NPM) run --silent test

# What takes long to make is made once for the tests of a file, which run in one process; those in a browser begin.
pytest: $(ENV)/dev.installed
	$(BUNDLE)
	$(BIN)/python tests/browser/chromium.py
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

# Every committed file that is made from others: golden files, pages, schemas, texts to translate. Review them like code.
renew: $(ENV)/dev.installed messages
	$(BUNDLE)
	$(BIN)/pytest --renew
	$(BIN)/timeline schema

# The tests that invent their input, with much more of it, for FUZZ_MINUTES.
FUZZ_MINUTES ?= 10
fuzz: $(ENV)/dev.installed
	$(BUNDLE)
	$(BIN)/python tests/fuzz.py $(FUZZ_MINUTES)

bench: $(ENV)/dev.installed
	$(BUNDLE)
	$(BIN)/python bench/compare.py

# The texts to be translated, from the code and the templates.
messages: $(ENV)/dev.installed
	$(BIN)/pybabel -q extract -F pyproject.toml -k say -k say_n:1,2 -k phrase --omit-header \
		--add-location=file --no-wrap --sort-output -o site_builder/languages/messages.pot .

# The versions that are known to work together, with their hashes.
lock: $(ENV)/dev.installed
	$(BIN)/pip install uv
	$(BIN)/uv pip compile -q pyproject.toml --extra build --universal --generate-hashes --no-header --no-annotate -o requirements.txt
	$(BIN)/uv pip compile -q pyproject.toml --extra build --extra dev --universal --generate-hashes --no-header --no-annotate -o requirements-dev.txt
	echo "mkdocs-materialx>=10.2,<11" | $(BIN)/uv pip compile -q - --no-deps --universal --generate-hashes --no-header --no-annotate -o requirements-materialx.txt
	$(NPM) install --ignore-scripts --package-lock-only

clean:
	rm -rf $(ENV) site theme/node_modules theme/assets/tl site_builder/geography/world.bin.gz

$(ENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; set PYTHON to it: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(ENV)

# The environment begins with the pip, and up to Python 3.11 the setuptools, that this Python was released with: the
# list of requirements has a newer pip, and nothing needs setuptools. Modules are compiled when they are first used.
define install
$(BIN)/python -m pip install -q --no-compile --require-hashes -r $(1)
$(BIN)/python -m pip uninstall -qq -y setuptools
endef

$(ENV)/site.installed: requirements.txt pyproject.toml | $(ENV)/bin/python
	$(call install,requirements.txt)
	$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	@touch $@

# MaterialX, a fork of Material, is a package of the same name: it has a folder of its own, which one test looks into.
$(ENV)/dev.installed: requirements-dev.txt requirements-materialx.txt pyproject.toml theme/package-lock.json | $(ENV)/bin/python
	$(call install,requirements-dev.txt)
	$(BIN)/pip install -q --no-compile --require-hashes --no-deps --upgrade --target $(ENV)/materialx -r requirements-materialx.txt
	$(NPM) ci --ignore-scripts --silent
	$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	@touch $@ $(ENV)/site.installed
