# What one can do here: make help. The recipes are in infrastructure/local/.

CONFIGURATION ?= release
FILTER ?=
scripts := infrastructure/local

# Folders too: a file that is gone makes its folder newer.
sources := Package.swift $(wildcard Package.resolved) $(shell find Shared Services)

.DEFAULT_GOAL := help
.PHONY: help run build release test lint format lint-containers protos check-protos docs check-docs smoke bench-start bench-edge bench-currency bench-history forecast-report fuzz check-api check-exports certificates check clean

help: ## Show this
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .build/$(CONFIGURATION).built ## Build and start all four services; Ctrl-C stops them (CONFIGURATION=debug builds faster)
	@CONFIGURATION=$(CONFIGURATION) $(scripts)/run.sh

build: .build/debug.built ## Build for debugging
	@echo "The debug build is current."

release: .build/release.built ## Build for use
	@echo "The release build is current."

.build/%.built: $(sources)
	@$(scripts)/build.sh $*

test: ## Build and run the tests (FILTER=SharedDomainTests runs some)
	@$(scripts)/test.sh "$(FILTER)"

lint: ## Check formatting rules and shell scripts
	@$(scripts)/lint.sh

format: ## Format the Swift code in place
	@$(scripts)/lint.sh --fix

lint-containers: ## Check Dockerfile and compose.yaml
	@$(scripts)/lint-containers.sh

protos: ## Generate Shared/Contracts/Generated from Protos
	@$(scripts)/protos.sh

check-protos: ## Check that the generated code is current
	@$(scripts)/protos.sh --check

docs: .build/debug.built ## Write docs/configuration.md from the executables
	@$(scripts)/docs.sh

check-docs: .build/debug.built ## Check that docs/configuration.md is current
	@$(scripts)/docs.sh --check

smoke: .build/debug.built ## Start the real executables, ask what a first user asks, stop them
	@$(scripts)/smoke.sh

bench-start: .build/release.built ## Print load time, start time and memory of each service
	@$(scripts)/bench-start.sh

bench-currency: .build/release.built ## Print what the currency service bears, beside a bare Hummingbird route
	@$(scripts)/bench-currency.sh

bench-history: .build/release.built ## Print what history answers, beside SQLite's shell, a pandas stack and a bare route
	@$(scripts)/bench-history.sh

forecast-report: .build/debug.built ## Print what the forecasts of ten pairs were worth
	@$(scripts)/forecast-report.sh

bench-edge: .build/release.built ## Print requests a second of the edge beside a bare Hummingbird route
	@$(scripts)/bench-edge.sh

fuzz: .build/debug.built ## Send 10,000 malformed requests to the real executables (SEED=1 COUNT=10000)
	@$(scripts)/fuzz-edge.sh

check-api: .build/debug.built ## Let outside judges compare what the services answer with their OpenAPI descriptions
	@$(scripts)/openapi.sh

check-exports: .build/debug.built ## Let CurrencyConverter, hledger, Ledger and Beancount read what is exported
	@$(scripts)/exports.sh

certificates: ## Make an authority and a certificate to try gRPC over TLS on this machine
	@$(scripts)/certificates.sh

check: ## Everything that is checked before a change is taken
	@.ci/run

clean: ## Remove what was built (the stores in data/ stay)
	swift package clean
	rm -f .build/*.built
