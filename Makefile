# What a person or a machine does with a checkout. Needs only Python 3.11 or newer with venv.
# TORCH_INDEX: a package index for PyTorch alone, empty by default (README: Linux without a GPU).

PYTHON ?= python3
VENV ?= .venv
TORCH_INDEX ?=
HOST ?= 127.0.0.1
PORT ?= 7860

BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install --disable-pip-version-check -c constraints.txt
# First and alone, so that no other package waits for that index; what PyTorch itself needs comes with the rest.
INSTALL_TORCH = $(if $(TORCH_INDEX),$(PIP_INSTALL) --index-url $(TORCH_INDEX) --no-deps torch)
APPLICATION := $(VENV)/.application
DEVELOPMENT := $(VENV)/.development

.DEFAULT_GOAL := help
.PHONY: help chat install test check docs constraints browser

help:  ## what there is to make
	@sed -n 's/^\([a-z]*\):.*  ## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST)

chat: $(APPLICATION)  ## set up and open the web chat at http://127.0.0.1:7860
	$(BIN)/wence serve --host $(HOST) --port $(PORT) --open

install: $(DEVELOPMENT)  ## set up with the development tools

test: $(DEVELOPMENT) browser  ## set up and run all tests
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

check: $(DEVELOPMENT)  ## style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(DEVELOPMENT)  ## write docs/command-line.md from the help pages, docs/modules.md from docstrings
	$(BIN)/python docs/generate_command_line.py
	$(BIN)/python docs/generate_modules.py

constraints: $(DEVELOPMENT)  ## pin the newest versions that fit pyproject.toml
	.ci/constraints $(BIN)

# The browser tests drive a Chromium of the system; without one they are skipped and say so.
browser:
	@.ci/browser

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "wence needs Python 3.11 or newer: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "Python lacks venv; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(APPLICATION): pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing; the first time takes some minutes." >&2
	$(INSTALL_TORCH)
	$(PIP_INSTALL) -e .
	@touch $@

$(DEVELOPMENT): pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing; the first time takes some minutes." >&2
	$(INSTALL_TORCH)
	$(PIP_INSTALL) -e '.[dev]'
	@touch $@ $(APPLICATION)
