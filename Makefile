# make graph    the environment, then everything in data/ as build/governance.trig
# make test     the environment, then the tests
# make score    how well the texts in data/ are read, by property
# make check    what CI runs: format, lint, types, tests
# make pictures the pictures of the README, from data/
# make gallery  a picture of each kind and the dashboard, from data/, in build/pictures/
# make bench    speed beside what one would use instead; benchmarks/RESULTS.md has what was measured last (an hour)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DRAW := GOVGRAPH_STORE=build/store $(BIN)/govgraph draw
READY := $(VENV)/.ready

.PHONY: graph test check score bench pictures gallery format docs clean

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
	$(BIN)/ruff format --check govgraph tests benchmarks data
	$(BIN)/ruff check govgraph tests benchmarks data
	$(BIN)/mypy
	$(BIN)/pytest

score: $(READY)
	@$(BIN)/python -m tests.scoring

bench: $(READY)
	$(BIN)/python -m benchmarks

pictures: graph
	@mkdir -p docs/pictures
	@$(DRAW) hosts org:INTERPOL -o docs/pictures/interpol-hosts.svg
	@$(DRAW) hosts org:INTERPOL --as graph -o docs/pictures/interpol-graph.svg
	@$(DRAW) hosts org:INTERPOL --as map -o docs/pictures/interpol-map.svg
	@$(DRAW) offices org:INTERPOL -o docs/pictures/interpol-offices.svg
	@$(DRAW) hosts org:UNWTO -o docs/pictures/unwto-hosts.svg
	@$(DRAW) hosts id:world-water-council -o docs/pictures/world-water-forum-hosts.svg

gallery: graph
	@mkdir -p build/pictures
	@for form in timeline graph map; do $(DRAW) hosts org:INTERPOL --as $$form -o build/pictures/hosts-$$form.png || exit; done
	@for what in offices members recognitions attendance network; do $(DRAW) $$what org:INTERPOL -o build/pictures/$$what.png || exit; done
	@$(BIN)/govgraph dashboard org:INTERPOL --store build/store -o build/pictures/dashboard.html

format: $(READY)
	$(BIN)/ruff format govgraph tests benchmarks data
	$(BIN)/ruff check --fix govgraph tests benchmarks data

docs: $(READY)
	$(BIN)/pip install -qq --disable-pip-version-check '.[docs]'
	$(BIN)/python -m govgraph.knowing.documentation build/docs

clean:
	rm -rf build dist $(VENV)

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -qq --disable-pip-version-check --editable '.[dev]'
	@touch $(READY)
