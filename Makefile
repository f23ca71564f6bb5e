# Everything that is done with this project, on a machine with nothing but Python 3.11 or newer.
# `make` alone lists it. PYTHON=… chooses the interpreter for a new environment.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-header --no-annotate
PYTHON ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run first-answer test lint check corpus bench bench-feeds bench-quality bench-store chaos fuzz \
        soak load-web package-check e2e pictures e2e-web e2e-slack e2e-discord pictures-slack pictures-discord lock clean

help: ## list what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

setup: $(VENV)/.runtime ## make the environment in .venv with what the bot needs, once

run: $(VENV)/.runtime ## show a card and a morning's digest, then run the bot: http://127.0.0.1:8765
	$(BIN)/briefing ask stargate
	$(BIN)/briefing digest --date 2025-01-24
	$(BIN)/briefing run

first-answer: ## time a clean clone to its first answer; ARGS=--no-cache without pip's cache
	$(or $(PYTHON),python3) tests/packaging/first_answer.py $(ARGS)

test: $(VENV)/.development ## run the tests on all cores
	$(BIN)/pytest -n auto -m "not corpus and not e2e"

lint: $(VENV)/.development ## check format, lint, types and the order of imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: test lint ## run the tests, then the checks of lint

e2e: e2e-slack e2e-discord e2e-web ## meet a local Slack, a Discord in memory and a browser

pictures: pictures-slack pictures-discord ## draw what people see in Slack and Discord

e2e-web: $(VENV)/.browser ## walk through the web page in Chromium, in two languages and two sizes
	$(BIN)/pytest tests/e2e/web

package-check: $(VENV)/.browser ## check Dockerfile and compose.yaml, run the steps; ARGS=--lint without those
	$(BIN)/python tests/packaging/container.py $(ARGS)

load-web: $(VENV)/.development ## 50 people ask the web page for a minute; ARGS=--seconds 10 for less
	$(BIN)/python tests/benchmarks/asking_web.py $(ARGS)

corpus: $(VENV)/.development ## hold the invariants over all texts in ../shared/data (minutes)
	$(BIN)/pytest -n auto -m corpus

bench: $(VENV)/.development ## measure speed and memory beside peers; ARGS=--short for half a minute
	$(BIN)/python tests/benchmarks/bench.py $(ARGS)

fuzz: $(VENV)/.development ## feed hostile input to every parser, a minute each; ARGS='feed --seconds 600'
	$(BIN)/python tests/fuzzing/fuzz.py $(ARGS)

bench-feeds: $(VENV)/.development ## visit 10,000 feeds on a server of our own, then change files; ARGS='--feeds 1000' for less
	cd tests && ../$(BIN)/python -m feeds.bench_feeds $(ARGS)
	cd tests && ../$(BIN)/python -m feeds.bench_watching

bench-quality: $(VENV)/.development ## score what is read on labelled data, here and in ../shared; ARGS='--folds 5' for fair names
	$(BIN)/python tests/benchmarks/quality.py $(ARGS)

chaos: $(VENV)/.development ## kill, pause, crash and starve the bot on both databases (20 minutes)
	$(BIN)/python tests/core/zone_sweep.py
	$(BIN)/python tests/delivery/chaos.py --database sqlite
	$(BIN)/python tests/delivery/chaos.py --database postgresql
	$(BIN)/python tests/store/kills.py --database sqlite --kills 1000
	$(BIN)/python tests/store/kills.py --database postgresql --kills 1000
	$(BIN)/python tests/store/machine.py --database sqlite --steps 50000
	$(BIN)/python tests/store/machine.py --database postgresql --steps 50000
	$(BIN)/python tests/delivery/dropped.py --platform slack --database sqlite
	$(BIN)/python tests/delivery/dropped.py --platform slack --database postgresql
	$(BIN)/python tests/delivery/dropped.py --platform discord --database sqlite
	$(BIN)/python tests/delivery/dropped.py --platform discord --database postgresql
	$(BIN)/python tests/delivery/disk_full.py --database sqlite
	$(BIN)/python tests/delivery/disk_full.py --database postgresql
	$(BIN)/python tests/delivery/clock_jumps.py
	$(BIN)/python tests/delivery/database_away.py --seconds 60
	$(BIN)/pytest -m e2e tests/e2e/slack/test_slack_killed.py tests/e2e/discord/test_discord_killed.py

soak: $(VENV)/.development ## deliver to 1,000 channels on 60 virtual days, on both databases
	$(BIN)/python tests/delivery/soak.py --days 60 --channels 1000 --database sqlite
	$(BIN)/python tests/delivery/soak.py --days 60 --channels 1000 --database postgresql

bench-store: $(VENV)/.development ## measure the store, a rush of 100,000 digests and a great morning
	PYTHONPATH=.:tests $(BIN)/python -m store.bench
	$(BIN)/python tests/store/bench_library.py $(ARGS)
	$(BIN)/python tests/delivery/bench.py --database sqlite --deliveries 100000 --judge
	$(BIN)/python tests/delivery/bench.py --database postgresql --deliveries 100000 --processes 2 --judge
	$(BIN)/python tests/delivery/bench.py --database sqlite --deliveries 20000 --processes 4 --chat
	$(BIN)/python tests/delivery/bench.py --database postgresql --deliveries 20000 --processes 4 --chat
	$(BIN)/python tests/delivery/bench.py --database sqlite --deliveries 12000 --chat --dead 10000
	$(BIN)/python tests/delivery/bench.py --database postgresql --deliveries 12000 --chat --dead 10000
	$(BIN)/python tests/delivery/bench.py --database sqlite --deliveries 3000 --chat --limited 0.02
	$(BIN)/python tests/delivery/bench.py --database postgresql --deliveries 3000 --processes 2 --chat --limited 0.02
	$(BIN)/python tests/delivery/morning.py --database sqlite
	$(BIN)/python tests/delivery/morning.py --database postgresql

# The local Slack listens on all interfaces, so that it runs where there is only loopback.
e2e-slack: $(VENV)/.development tests/e2e/slack/node_modules ## talk to the bot in a local Slack (needs npm and Linux)
	unshare --net --map-root-user bash -c \
	  'ip link set lo up && exec $(BIN)/pytest -m e2e tests/e2e/slack $(ARGS)'

pictures-slack: $(VENV)/.development tests/pictures/slack/node_modules ## draw what Slack shows (needs npm, apt-get or Chromium)
	@command -v chromium >/dev/null || { apt-get update -qq; \
	  DEBIAN_FRONTEND=noninteractive apt-get install -yqq chromium fonts-noto-color-emoji; }
	$(BIN)/python tests/pictures/slack/draw.py $(ARGS)

tests/%/node_modules: tests/%/package-lock.json
	npm ci --prefix $(@D) --ignore-scripts --no-audit --no-fund
	@touch $@

e2e-discord: $(VENV)/.development ## let the bot meet Discord: in memory, over loopback, for a year
	$(BIN)/pytest -n auto tests/adapters/discord tests/e2e/discord $(ARGS)

pictures-discord: $(VENV)/.development ## take pictures of what Discord shows (needs Chromium)
	$(BIN)/python tests/pictures/discord/take.py $(ARGS)

lock: $(BIN)/python ## pin every dependency with its hashes; ARGS=--upgrade for newer versions
	$(PIP) -qq install uv
	$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], "editables", sep="\n")' \
	  | $(LOCK) $(ARGS) --output-file config/requirements.txt pyproject.toml -
	$(LOCK) $(ARGS) --group dev --constraint config/requirements.txt \
	  --output-file tests/requirements.txt pyproject.toml
	$(LOCK) $(ARGS) --group browser --constraint tests/requirements.txt \
	  --output-file tests/e2e/requirements.txt

clean: ## remove the environment and everything that was built
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Installs from a lock file and counts the packages on a terminal, since that takes half a minute.
# A pipe forgets the exit code, so a file remembers it; what pip says of it is shown then.
define install
	@rm -f $(VENV)/.failed
	@{ $(PIP) install --require-hashes --requirement $(1) 2>$(VENV)/.said || touch $(VENV)/.failed; } | \
	  awk -v seen="$$([ -t 2 ] && echo 1)" ' \
	    /^ *Collecting/ { n++; if (seen) { printf "\r  %d packages", n; fflush() } } \
	    /^Installing/ { printf "%s  unpacking %d packages …\n", seen ? "\r" : "", n; fflush() }'
	@test ! -e $(VENV)/.failed || { cat $(VENV)/.said >&2; exit 1; }
endef

# The stamps below are written last, so that what was interrupted is done again.

$(VENV)/.runtime: config/requirements.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the bot needs into $(VENV) …"
	$(call install,config/requirements.txt)
	@$(PIP) -qq install --no-deps --no-build-isolation --editable .
	@echo "Preparing the dictionaries …"
	@$(BIN)/python -m bot.lemmas
	@$(BIN)/python -m compileall -q bot
	@touch $@

$(VENV)/.development: tests/requirements.txt $(VENV)/.runtime
	@echo "Installing what the tests need into $(VENV) …"
	$(call install,tests/requirements.txt)
	@touch $@

$(VENV)/.browser: tests/e2e/requirements.txt $(VENV)/.development
	@command -v chromium >/dev/null || { apt-get update -qq && apt-get install -yqq chromium; }
	@echo "Installing what the browser tests need into $(VENV) …"
	$(call install,tests/e2e/requirements.txt)
	@touch $@

# Debian and Ubuntu ship Python without venv and ensurepip, so both are asked for.
$(BIN)/python:
	@for python in $(or $(PYTHON),python3 python3.13 python3.12 python3.11 python3.14 python); do \
	  "$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  echo "Making $(VENV) with $$("$$python" --version) …"; \
	  "$$python" -m venv --clear $(VENV) && exit 0; \
	  rm -rf $(VENV); exit 1; \
	done; \
	echo "Python 3.11 or newer with its venv module is needed, and $(or $(PYTHON),python3) is not that." >&2; \
	echo "Install it (on Debian or Ubuntu: python3 and python3-venv) or name one: make PYTHON=/path/to/python3" >&2; \
	exit 1
