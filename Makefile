# Warmline in two commands: `make run` and `make test`. Everything else is for convenience.
.DEFAULT_GOAL := help
.PHONY: help setup run test lint types format train bench bench-desk bench-directory bench-console bench-growth bench-scale chaos doctor audit clean

PY := .venv/bin/python
# Not at every start of make: only what needs uv looks for it, and then once.
UV = $(eval UV := $$(shell sh scripts/find_uv.sh))$(or $(UV),$(error Without uv nothing can be built))

help:   ## this list
	@sed -n 's/^\([a-z-]*\): .*## /  make \1\t/p' Makefile

setup:  ## build both Python environments (fast when nothing changed)
	@sh scripts/set_up.sh "$(UV)"

run: setup      ## start the whole line here, with the phone simulator; no account needed
	@UV="$(UV)" exec $(PY) -m bot.cli.main run

test: setup     ## run every test: unit, contract, both databases, real Rasa, real browser
	@UV="$(UV)" exec $(PY) -m pytest -n auto --maxprocesses 4 $(ARGS)

lint: setup     ## check style, formatting and the laws between the packages
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@.venv/bin/lint-imports --no-cache
	@$(PY) scripts/check_imports.py

types: setup    ## check the types
	@$(PY) -m mypy --strict bot actions benchmarks

format: setup   ## let ruff format the code
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

train: setup    ## train the assistant (about ten minutes)
	@UV="$(UV)" exec $(PY) -m bot.cli.main train

bench: setup    ## measure this line beside a plain Rasa bot
	@UV="$(UV)" exec $(PY) -m benchmarks $(ARGS)

bench-desk: setup       ## measure how fast a coach is alerted and both sides are told
	@UV="$(UV)" exec $(PY) -m benchmarks.desk

bench-directory: setup ## measure the directory at full size beside a plain scan (ARGS="--services 10000" for less)
	@$(PY) -m benchmarks.directory $(ARGS)

bench-console: setup  ## measure the console's pages with many texts
	@$(PY) -m benchmarks.console $(ARGS)

bench-growth: setup  ## measure what a text, a page and a chore cost as the line grows (ARGS="--rows 5000000" for more)
	@$(PY) -m benchmarks.growth $(ARGS)

bench-scale: setup   ## measure full turns with 1, 2, 4 workers and 1, 2 Rasas over PostgreSQL
	@UV="$(UV)" exec $(PY) -m benchmarks.scale $(ARGS)

audit: setup    ## search for leaks after a long day, walk all doors with nonsense, check what we rely on (long: run it at night)
	@WARMLINE_TEST_LEAK=whole WARMLINE_TEST_LEAK_ROUNDS=10 WARMLINE_TEST_FUZZ=10 UV="$(UV)" $(PY) -m pytest tests/chaos/test_leak.py \
		tests/integration/test_audit.py tests/integration/test_fuzz_http.py tests/integration/test_every_route.py \
		tests/integration/test_second_step.py tests/journey/test_misuse.py tests/unit/test_logs.py \
		tests/integration/test_retention.py tests/integration/test_directory_bad_input.py tests/unit/test_bounded_head.py \
		tests/unit/gateway tests/unit/consent tests/unit/misuse tests/unit/safety tests/unit/wording/test_segments.py \
		tests/unit/directory/test_plain_csv.py tests/unit/directory/test_meetings.py tests/unit/directory/test_hours_text.py \
		tests/unit/desk/test_commands.py $(ARGS)
	@UV="$(UV)" $(PY) scripts/check_dependencies.py
	@$(PY) -m bot.cli.main audit verify

chaos: setup    ## hurt a line of real processes while people text, and count (ARGS="--texts 10000 --database postgresql")
	@$(PY) -m tests.chaos $(ARGS)
	@WARMLINE_TEST_LEAK=whole UV="$(UV)" $(PY) -m pytest -n 0 tests/chaos/test_leak.py

doctor: setup   ## check settings, database, assistant, carrier, disk, and say what to do
	@$(PY) -m bot.cli.main doctor

clean:  ## remove both Python environments and tools; data in var/ stays
	rm -rf .venv assistant/.venv .tools .mypy_cache .pytest_cache .ruff_cache
