# The commands of this repository. `make` lists them; the work is done by the scripts in Tools/.

SHELL := /bin/bash
.DEFAULT_GOAL := help

.PHONY: help setup build demo test coverage bench bench-tools embedded firmware firmware-run
.PHONY: fuzz format lint clean browser c-library

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: ## install what building and testing need (only what is missing)
	@Tools/setup.sh test

build: ## build the ocpp executable, optimized
	@Tools/build.sh

browser: ## build the station for the browser, which the next build takes in
	@Tools/browser.sh

c-library: ## build libocppstation.a and the examples in C, and say what they take
	@Tools/c-library.sh

demo: ## start a central system and a station that charges, and watch
	@Tools/demo.sh

test: ## everything that must hold: format, guards, unit, foreign peers, coverage
	@Tools/test.sh

coverage: ## run the Swift tests and print line coverage by target
	@Tools/coverage.sh

fuzz: ## feed the readers with random messages (SECONDS_EACH=10, RUNS, SANITIZE=address)
	@Fuzz/run.sh
	@Fuzz/embedded.sh

embedded: ## compile Core for a chip, link it, run the self-test
	@Tools/check-embedded.sh

firmware: ## build the charge point for an emulated chip, print what it takes
	@Tools/firmware.sh
	@Tools/firmware.sh core

firmware-run: ## boot it in qemu against a central system on 127.0.0.1 (PORT=8000)
	@Tools/firmware.sh run

bench: ## measure the codec and the server beside a bare C server
	@Benchmarks/run.sh

bench-tools: ## build the load client and the bare C server
	@Benchmarks/load/build.sh

format: ## rewrite the sources as swift-format wants them
	@Tools/format.sh

lint: ## say where the sources are not formatted
	@Tools/format.sh --check

clean: ## remove everything that was built
	@rm -rf .build Benchmarks/codec/.build Fuzz/.build Browser/.build CInterface/.build
