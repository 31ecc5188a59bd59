# Each target does its own set-up: all it needs is Python 3.11 or newer with venv and pip.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
OUT ?= out
EXAMPLE ?= data/examples/vraem-brief.txt
# One more than there are processors: many tests wait for a browser or another process.
WORKERS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)

.PHONY: map test lint types unit data learn bench screenshots wheel clean

map: $(VENV)/installed ## Map an example and say where the page is.
	@mkdir -p $(OUT)
	@$(BIN)/dateline map $(EXAMPLE) -o $(OUT)/map.html
	@echo "The map is here: $(abspath $(OUT)/map.html)"

test: lint types unit ## Lint, types and every test.

lint: $(VENV)/developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/deptry geo maps

types: $(VENV)/developing
	$(BIN)/mypy

unit: $(VENV)/developing
	$(BIN)/pytest --numprocesses $(WORKERS) --dist worksteal --cov --cov-report=term

data: $(VENV)/building ## Build the shipped data again, byte for byte, from pinned packages.
	$(BIN)/python -m data.build

learn: $(VENV)/building ## Learn the shipped numbers again, from our own reports and the corpora beside the checkout.
	$(BIN)/python -m data.build.learn

bench: $(VENV)/benching ## Print every figure that is measured, held-out weights learned on the way, and write bench/RESULTS.md.
	$(BIN)/python -m bench

screenshots: $(VENV)/developing ## Take the pictures of the README and the docs.
	$(BIN)/python docs/screenshots.py

wheel: $(VENV)/developing
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'

$(VENV)/installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/developing: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

$(VENV)/benching: $(VENV)/building
	$(BIN)/python -m pip install --quiet --group bench
	@touch $@

$(VENV)/building: $(VENV)/developing data/build/requirements.txt
	$(BIN)/python -m pip install --quiet --requirement data/build/requirements.txt
	@touch $@

clean:
	rm -rf $(VENV) $(OUT) dist .work .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
