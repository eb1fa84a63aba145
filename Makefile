# Two commands for a fresh machine with Python 3.11 to 3.13: `make demo` and `make test`.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test setup setup-dev lint docs bench clean

# Sets up, extracts the articles in fixtures/ into a database, prints the answers to two
# questions, and writes a page that shows every article with what was found in it.
demo: setup
	$(BIN)/thainews-ie extract fixtures --to news.db
	$(BIN)/thainews-ie db ask news.db province-awards
	$(BIN)/thainews-ie db ask news.db officials
	$(BIN)/thainews-ie report news.db --output report.html

# Sets up and runs the tests. Those of pages need a Chromium, and say so where there is none.
test: setup-dev
	$(BIN)/python -m pytest

lint: setup-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# The documentation, in site/; any warning is an error.
docs: setup-dev
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

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
	$(BIN)/python -m pip install --quiet --editable '.[postgres,ray,scrapy,browse]' --group dev --group docs
	touch $@

clean:
	rm -rf $(VENV) site news.db* report.html
