# Two commands for a fresh machine with Python 3.11 to 3.13: `make demo` and `make test`.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test setup setup-dev lint bench clean

# Sets up, extracts the articles in fixtures/, and prints a table of what was found.
demo: setup
	$(BIN)/thainews-ie extract fixtures --to news.jsonl
	$(BIN)/thainews-ie table news.jsonl

# Sets up and runs the tests.
test: setup-dev
	$(BIN)/python -m pytest

lint: setup-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# Speed, memory and start-up, ours beside segmentation alone and PyThaiNLP.
bench: setup-dev
	$(BIN)/python -m pip install --quiet --group bench
	$(BIN)/python -m benchmarks

setup: $(VENV)/.installed
setup-dev: $(VENV)/.installed-dev

# Groups of development tools need pip 25.1 or newer.
$(VENV)/.installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info < (3, 14) else "want Python 3.11 to 3.13; set PYTHON=")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group dev
	touch $@

clean:
	rm -rf $(VENV) news.jsonl
