# make demo    the bundled case, from nothing but a bare Python: sets .venv up, reads the case, writes the dossier
# make test    every check: style, types, the import contract, tests
# make bench   the benchmarks' set-up: adds what they are measured against
# make lock    resolve the locks in requirements/ anew; what still fits stays (UPGRADE=--upgrade: the newest of all)
# make clean   take .venv away, and what packaging and locking left; checkpoints in build/training stay
# make help    this list
#
# PYTHON=python3.12 chooses the Python: 3.11, 3.12 or 3.13.

PYTHON ?= python3
UPGRADE ?=

VENV := .venv
BIN := $(VENV)/bin
UV := uv==0.13.9

.DELETE_ON_ERROR:
.PHONY: test demo bench lock clean help FORCE

test: $(VENV)/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

demo: $(VENV)/run
	@$(BIN)/wherefrom demo

bench: $(VENV)/bench

help:
	@sed -n '/^#/!q; s/^# \{0,1\}//p' Makefile

clean:
	rm -rf $(VENV) build/lock dist

# --- The environment -------------------------------------------------------------------------------------------------
# .venv/run, .venv/dev and .venv/bench each say that what a lock lists is in .venv. All of them rest on .venv/made-by, which
# names the Python and the folder that .venv was made with: another Python, a moved folder or a changed lock remake .venv.
# An installation takes made-by away and puts it back at its end, so what was cut off is begun anew.

MADE_BY := $(shell $(PYTHON) -c 'import os, sys; print(sys.version.split()[0], sys.base_prefix, os.getcwd())' 2>&1)
ifneq '$(MADE_BY)' '$(shell cat $(VENV)/made-by 2>/dev/null)'
$(VENV)/made-by: FORCE
endif

$(VENV)/made-by: $(wildcard requirements/*.txt)
	@$(PYTHON) -c 'import sys; v = sys.version_info; (3, 11) <= v < (3, 14) or \
	    sys.exit("Wherefrom needs Python 3.11, 3.12 or 3.13; $(PYTHON) is %d.%d. Try: make PYTHON=python3.12" % v[:2])'
	@echo "Setting up $(VENV); this takes a minute or two, once."
	@$(PYTHON) -m venv --clear $(VENV)
	@echo '$(MADE_BY)' > $@

# Hashes guard every file; wheels only, since building one would bring in what no lock lists.
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
define install
	@mv $(VENV)/made-by $(VENV)/unfinished
	@$(PIP) install --require-hashes --no-deps --only-binary :all: -r requirements/build.txt -r requirements/$(@F).txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@mv $(VENV)/unfinished $(VENV)/made-by
	@touch $(VENV)/run $@
endef

$(VENV)/run $(VENV)/dev $(VENV)/bench: $(VENV)/made-by pyproject.toml
	$(install)

# --- The locks -------------------------------------------------------------------------------------------------------
# One for every Python and platform at once. build.txt is what .venv builds the package with; dev.txt and bench.txt hold
# all of run.txt. torch is no part of them: training/requirements.txt stands by itself.

COMPILE = build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
    --generate-hashes --no-annotate --custom-compile-command 'make lock' $(UPGRADE)

lock:
	$(PYTHON) -m venv --clear build/lock
	build/lock/bin/python -m pip --quiet --disable-pip-version-check install '$(UV)'
	printf 'hatchling\neditables\n' | $(COMPILE) - -o requirements/build.txt
	$(COMPILE) pyproject.toml -c requirements/build.txt -o requirements/run.txt
	$(COMPILE) pyproject.toml --extra dev -c requirements/build.txt -c requirements/run.txt -o requirements/dev.txt
	$(COMPILE) pyproject.toml --extra bench -c requirements/build.txt -c requirements/run.txt -o requirements/bench.txt
	rm -rf build/lock
