# make graph    the environment, then everything in data/ as build/governance.trig
# make test     the environment, then the tests
# make score    how well the texts in data/ are read, by property
# make check    what CI runs: format, lint, types, tests
# make pictures the pictures of the README, from data/
# make bench    speed beside what one would use instead; benchmarks/RESULTS.md has what was measured last (an hour)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: graph test check score bench pictures format docs clean

graph: $(READY)
	@mkdir -p build
	@rm -rf build/store.new
	@$(BIN)/govgraph load --store build/store.new data
	@rm -rf build/store && mv build/store.new build/store
	@echo
	@$(BIN)/govgraph validate --store build/store
	@$(BIN)/govgraph export --store build/store -o build/governance.trig

test: $(READY)
	$(BIN)/pytest

check: $(READY)
	$(BIN)/ruff format --check govgraph tests benchmarks
	$(BIN)/ruff check govgraph tests benchmarks
	$(BIN)/mypy
	$(BIN)/pytest

score: $(READY)
	@$(BIN)/python -m tests.scoring

bench: $(READY)
	$(BIN)/python -m benchmarks

pictures: graph
	@mkdir -p docs/pictures
	@$(BIN)/govgraph draw hosts org:INTERPOL --store build/store -o docs/pictures/interpol-hosts.svg
	@$(BIN)/govgraph draw hosts org:INTERPOL --as graph --store build/store -o docs/pictures/interpol-graph.svg
	@$(BIN)/govgraph draw hosts org:INTERPOL --as map --store build/store -o docs/pictures/interpol-map.svg
	@$(BIN)/govgraph draw offices org:INTERPOL --store build/store -o docs/pictures/interpol-offices.svg
	@$(BIN)/govgraph draw hosts org:UNWTO --store build/store -o docs/pictures/unwto-hosts.svg
	@$(BIN)/govgraph draw hosts id:world-water-council --store build/store -o docs/pictures/world-water-forum-hosts.svg

format: $(READY)
	$(BIN)/ruff format govgraph tests benchmarks
	$(BIN)/ruff check --fix govgraph tests benchmarks

docs: $(READY)
	$(BIN)/pip install -qq --disable-pip-version-check '.[docs]'
	$(BIN)/python -m govgraph.knowing.documentation build/docs

clean:
	rm -rf build dist $(VENV)

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -qq --disable-pip-version-check --editable '.[dev]'
	@touch $(READY)
