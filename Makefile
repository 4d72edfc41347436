# The only door: make up | test | check | bench | help
.DEFAULT_GOAL := help
SHELL := /bin/sh
RUN := .venv/bin
PORT ?= 8000
HOST ?= 127.0.0.1
ARGS ?=

.PHONY: help up test check bench format lock

help: ## Say what each command does
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

up: ## Install what is needed, fill a demonstration park, serve it (PORT=8000 HOST=127.0.0.1 ARGS=--no-demo)
	@tools/environment run
	@exec $(RUN)/zhuchao up --host $(HOST) --port $(PORT) $(ARGS)

test: ## Run every test that check does not, on SQLite and where it answers on PostgreSQL; browser tests where Chromium is found
	@tools/environment run dev browser
	@tools/test $(ARGS)

check: ## ruff, mypy strict, import contracts, dependencies, migrations, size of files and functions
	@tools/environment run dev browser
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/lint-imports
	$(RUN)/deptry src
	$(RUN)/mypy
	$(RUN)/zhuchao manage makemigrations --check --dry-run
	$(RUN)/python -m pytest tests/architecture -p no:randomly

bench: ## Measure quality against its floors, then speed; on real pages where they are found
	@tools/environment run dev browser
	@broken=0; for each in quality speed speed.readers speed.large speed.register speed.chats speed.offers speed.facts speed.projects speed.problems speed.search; do \
		echo "-- $$each"; $(RUN)/python -m benchmarks.$$each || broken=1; \
	done; exit $$broken

format: ## Put the code into its normal form
	@tools/environment run dev browser
	$(RUN)/ruff check --fix .
	$(RUN)/ruff format .

lock: ## Pin the requirement files anew (needs uv)
	tools/lock
