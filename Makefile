# `make` lists the verbs. A fresh clone needs Python 3.11 or newer and make; everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin
PAGES ?=
SIZE ?= 100M
CASEFILE ?=

.PHONY: help demo test lint screens pin bench bench-links bench-pages bench-stream bench-headlines bench-web clean
.DEFAULT_GOAL := help

help:
	@echo "make demo    read the bundled demo story and show its ledger"
	@echo "make test    lint, types and all tests"
	@echo "make lint    ruff and mypy alone"
	@echo "make screens pictures of the site's pages, wide and narrow, in build/screens"
	@echo "make pin     measure against the gold, raise the floors, write the README's table"
	@echo "make bench   pages a second and milliseconds a page (PAGES=file.jsonl.gz for pages of your own)"
	@echo "make bench-links PAGES=file.jsonl.gz   copies found beside an exhaustive check, and what linking costs"
	@echo "make bench-pages   main text of the HTML fixtures: Musnad beside trafilatura and resiliparse"
	@echo "make bench-headlines  agreement of headline pairs (PAIRS=file.csv)"
	@echo "make bench-stream  peak memory of reading a dump (SIZE=1G)"
	@echo "make bench-web     how long eight readers wait while pages are added (CASEFILE=story.db)"
	@echo "make clean   remove .venv and all caches"
	@echo "PYTHON=python3.12 make …  chooses the interpreter that .venv is made with"

# The stamp comes last: an installation that broke off is taken up again.
.venv/stamp: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Musnad needs Python 3.11 or newer, and '$(PYTHON)' is not. Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; \
	  exit 1; }
	@echo "Setting up .venv (once; a minute or two) …"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: .venv/stamp
	@$(BIN)/musnad demo

lint: .venv/stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

test: lint
	$(BIN)/pytest -n 2

screens: .venv/stamp
	MUSNAD_SCREENS=build/screens $(BIN)/pytest -q tests/test_web_browser.py -k fits

pin: .venv/stamp
	$(BIN)/python -m tests.gate.pin $(if $(ALLOW_REGRESSION),--allow-regression)

bench: .venv/stamp
	$(BIN)/python -m bench.speed $(PAGES)

bench-links: .venv/stamp
	$(BIN)/python -m bench.links $(PAGES)

bench-pages: .venv/stamp
	$(BIN)/python -m bench.pages $(PAGES)

bench-headlines: .venv/stamp
	$(BIN)/python -m bench.headlines $(PAIRS)

bench-stream: .venv/stamp
	$(BIN)/python -m bench.stream $(SIZE)

bench-web: .venv/stamp
	$(BIN)/python -m bench.web $(CASEFILE)

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
