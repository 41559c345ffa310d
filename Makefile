# Everything goes through one virtual environment in the checkout, made once and
# renewed when the lock file changes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SAMPLE ?= samples/harbour-trial.md

.PHONY: help read test check fuzz format audit lock dist bench ablate mutants confidence pictures docs clean

help:
	@echo "make read    set up and open a sample article"
	@echo "make test    set up and run every test"
	@echo "make check   lint, format and types"
	@echo "make fuzz    feed broken inputs to everything that reads any, for ten minutes or SECONDS=3600"
	@echo "make format  put the code into its format"
	@echo "make audit   ask for known weaknesses of the packages that are used"
	@echo "make bench   measure speed, memory and quality; writes benchmarks/RESULTS.md"
	@echo "make ablate  switch off one rule at a time: what each earns on the annotated sets"
	@echo "make mutants turn conditions of the analysis round: how many the tests catch"
	@echo "make confidence  fit anew how sure the reading is of its items, and tell what that is worth"
	@echo "make lock    renew the lock files from pyproject.toml"
	@echo "make dist    build the wheel and the source distribution, and try them in clean environments"
	@echo "make docs    build the documentation into site/"
	@echo "make pictures  take the pictures of the documentation again"

$(READY): requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "reader needs Python 3.11 or later; name one with: make PYTHON=python3.12 ..."; exit 1; }
	@test -x $(BIN)/python || { rm -rf $(VENV); $(PYTHON) -m venv $(VENV); }
	@echo "Setting up $(VENV), this takes about a minute the first time ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

read: $(READY)
	@$(BIN)/reader $(SAMPLE)

test: $(READY)
	@$(BIN)/python -m pytest

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

SECONDS ?= 600
fuzz: $(READY)
	@$(BIN)/python -m tests.fuzzing --seconds $(SECONDS)

format: $(READY)
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

LOCK = $(BIN)/pip-compile --quiet --strip-extras --generate-hashes --allow-unsafe --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options

lock:
	$(LOCK) -o requirements.txt pyproject.toml
	echo pip-audit | $(LOCK) -o requirements-audit.txt -
	sed -n 's/^\([A-Za-z0-9][^ ]*==[^\\]*[^ \\]\) *\\*$$/\1/p' requirements.txt > constraints.txt
	$(LOCK) --extra dev --extra docs --extra web --extra dask --extra documents -c requirements.txt -o requirements-dev.txt pyproject.toml

# Whether a package of the lock file has a weakness that is known; its tool has an environment of its own, by hashes too.
audit: $(READY)
	@$(PYTHON) -m venv $(VENV)/audit && $(VENV)/audit/bin/python -m pip install --quiet --disable-pip-version-check \
	  --require-hashes -r requirements-audit.txt >/dev/null 2>&1 \
	  || echo "audit: its tool cannot be installed from here"
	@$(BIN)/python scripts/audit.py $(VENV)/audit/bin/pip-audit requirements.txt

# Measures everything in benchmarks/ and renews benchmarks/RESULTS.md; takes half an hour. PARTS="paint batch" measures those only.
bench: $(READY)
	@$(BIN)/python -m benchmarks $(PARTS)

# What each rule earns; RULES="claims timeline.last_" measures those only. All take half an hour on two cores.
ablate: $(READY)
	@$(BIN)/python -m benchmarks.ablation $(RULES)

# COUNT mutants drawn by SEED; each takes up to a minute or two.
COUNT ?= 100
SEED ?= 1
mutants: $(READY)
	@$(BIN)/python -m benchmarks.mutants $(COUNT) $(SEED)

# Where a rule has changed; LOOK=--look tells what it is worth and writes nothing.
confidence: $(READY)
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.confidence $(LOOK)

# Builds, and installs what was built into a clean environment of every Python of these that is here.
PYTHONS ?= python3.11 python3.12 python3.13
dist: $(READY)
	@rm -rf dist
	$(BIN)/python -m build --no-isolation
	@READER_TEST_PYTHONS="$$(for p in $(PYTHONS); do $$p -c 'import sys; print(sys.executable)' 2>/dev/null; done | xargs)" \
	  $(BIN)/python -m pytest -n 0 tests/packaging

pictures: $(READY)
	@$(BIN)/python scripts/pictures.py
	@$(BIN)/python scripts/served.py

docs: $(READY)
	@$(BIN)/mkdocs build --quiet

clean:
	rm -rf $(VENV) dist site .pytest_cache .mypy_cache .ruff_cache
