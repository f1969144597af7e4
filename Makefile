# Balcão: everything is done from here. `make help` lists it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PROGRAM := backend/target/quarkus-app/quarkus-run.jar
PROGRAM_SOURCES := $(shell find backend/src/main backend/pom.xml eligibility)
PAGE := frontend/dist/.built
PAGE_PARTS := $(wildcard $(addprefix frontend/,src public build data scripts index.html lingui.config.ts vite.config.ts tsconfig.json tsconfig.sw.json))
PAGE_SOURCES := $(shell find $(PAGE_PARTS) -not -path '*/generated/*')
PAIRS := backend/target/eligibility-pairs.jsonl
MODULES := frontend/node_modules/.installed

.PHONY: help run build test test-backend test-page check-page test-page-units test-browser test-crash format lint texts texts-extract openapi bench bench-search bench-staleness bench-page bench-rules bench-referrals bench-sync sync-proof referral-proof keycloak test-keycloak compose-proof audit cluster crash health-proof bench-start proof-smoke licences sbom clean fuzz poison-proof

help: ## list what can be asked for
	@echo 'Balcão: the open single desk. make run starts it, make test tests it.'
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24
	@echo 'PORT=8081 make run chooses another port, HOST=0.0.0.0 lets other machines in; DATABASE_URL, DATABASE_USER, DATABASE_PASSWORD name a PostgreSQL of yours.'

run: build ## build what is not built, and serve API and page on http://localhost:8080, to this machine only (Ctrl-C stops it)
	@exec bin/serve

build: $(PROGRAM) $(PAGE) ## build the program and the page

$(PROGRAM): $(PROGRAM_SOURCES)
	@echo 'Building the program'
	@bin/mvn -q package -DskipTests
	@touch $@

$(MODULES): frontend/package.json frontend/package-lock.json
	@bin/node-ready
	@echo 'Fetching what the page is built from'
	@cd frontend && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(PAGE): $(PAGE_SOURCES) $(MODULES)
	@bin/node-ready
	@echo 'Building the page'
	@cd frontend && npm run --silent build
	@touch $@

test: ## every test of both halves: real PostgreSQL, real Chromium
	@$(MAKE) --no-print-directory -j 2 test-backend check-page
	@$(MAKE) --no-print-directory test-page-units test-browser test-crash
	@echo 'All tests passed.'

test-backend: ## the backend's tests
	bin/mvn verify
	@touch $(PROGRAM)

$(PAIRS):
	@bin/mvn -q test -Dtest=EnginesAgreeTest -Dsurefire.failIfNoSpecifiedTests=false

test-page: check-page test-page-units ## the page's checks and tests

check-page: $(PAGE)
	cd frontend && nice npm run check

test-page-units: $(PAGE) $(PAIRS)
	cd frontend && npm test

test-browser: build ## the page in Chromium against a running product
	CHROMIUM=$$(bin/browser) && export CHROMIUM && bin/with-product npm --prefix frontend run e2e

test-crash: build ## a few writes with the program and PostgreSQL killed among them; make crash does it at length
	bench/crash.mjs 200 2

format: $(MODULES) ## format all code
	@bin/mvn -q spotless:apply
	@cd frontend && npm run --silent format

lint: $(PAGE) ## check form and rules without running tests
	@bin/mvn -q spotless:check
	@cd frontend && npm run check

texts: $(MODULES) ## check the texts of page, listings, rules, agreement, topics and glossary in all languages
	@cd frontend && node scripts/texts.mjs

texts-extract: $(MODULES) ## take new texts of the starter data into the files of translators
	@cd frontend && node scripts/texts.mjs extract

openapi: ## write openapi.yaml from the code
	@bin/mvn -q test -Dtest=OpenApiDriftTest -Dbalcao.openapi.write=true -Dsurefire.failIfNoSpecifiedTests=false
	@$(MAKE) $(MODULES)
	@cd frontend && npm run --silent api

bench: build ## requests per second and p99, beside a bare handler of the same run
	@bench/run.sh

bench-search: build ## how fast services are found among many, beside raw Lucene and PostgreSQL; SIZES="20000 100000"
	@bench/search.sh $(SIZES)

bench-start: build ## seconds until the program is ready, with the starter data and with many services; SIZES="100000 1000000"
	@bench/start.sh $(SIZES)

bench-staleness: build ## how old an answer can be: 16 writers, 4 readers, two nodes on one PostgreSQL, notices lost and cut
	@bench/staleness.mjs

bench-page: build ## what a slow phone on a slow network waits for, beside a bare document
	@CHROMIUM=$$(bin/browser) && export CHROMIUM && bin/with-product bench/page.mjs

bench-rules: build ## rules a second, beside KIE FEEL, CEL and JSON Logic
	@bench/rules.sh

bench-referrals: build ## steps a second and the inbox with two million referrals stored
	@bin/with-product bench/referrals.mjs

keycloak: ## a Keycloak of our own on http://localhost:8180, with the realm; then OIDC_AUTH_SERVER_URL=http://localhost:8180/realms/balcao make run
	@bin/keycloak

test-keycloak: build ## the roles with tokens of that Keycloak; fetches 177 MB the first time
	@bench/keycloak.mjs

bench-sync: build ## twenty thousand records delivered, again, and changed; a body of a gigabyte
	@bin/with-product bench/sync.mjs

sync-proof: build ## a delivery with the program killed at every checkpoint; our dump in a stranger's library
	@bench/sync-crash.mjs
	@bin/with-product $$(bin/jdk)/bin/java -cp 'backend/target/quarkus-app/lib/main/*' bench/Changes.java
	@bin/with-product bench/frictionless.mjs

fuzz: build ## sixty thousand odd requests as a dozen callers; FUZZ_SEED repeats them, FUZZ_REQUESTS says how many
	@bin/with-product bench/fuzz.mjs

poison-proof: build ## ten thousand poisonous records by every way in; POISON_RECORDS says how many
	@bin/with-product bench/poison.mjs

referral-proof: build ## referrals under kills, races, guesses and eyes that look for what was told; half an hour
	@bin/mvn -q verify -Dtest=RacesIT -Dbalcao.proof=full -Dsurefire.failIfNoSpecifiedTests=false
	@bench/referral-crash.mjs
	@bin/with-product bench/canary.mjs
	@bin/with-product bench/guess.mjs
	@BALCAO_LIMITS_PROOF_BITS=1 bin/with-product bench/guess.mjs desks

health-proof: build ## what ready says: index destroyed, poisonous record, disk full, keys gone, PostgreSQL killed
	@bench/health-proof.sh

proof-smoke: build ## every figure and proof at a small size
	@bench/smoke.sh

compose-proof: build ## what docker-compose.yml ships, each container by hand behind a proxy with TLS: what works (Linux, root)
	@bench/compose-proof.mjs

audit: build ## what the program is built from, with dates, beside known advisories
	@bin/audit.mjs

cluster: build ## two nodes on one PostgreSQL and one real OpenSearch, which is killed and emptied
	@bench/cluster.mjs

crash: build ## kill the program and its database during writes; nothing acknowledged may be lost
	@bench/crash.mjs

licences: $(MODULES) ## write docs/licences.md: what Balcão is built from and under which licences
	@bin/licences

sbom: $(MODULES) ## write the software bills of materials: backend/target/bom.json, backend/target/page-bom.json
	@bin/mvn -q org.cyclonedx:cyclonedx-maven-plugin:2.9.1:makeAggregateBom -DoutputName=bom -DoutputFormat=json
	@cd frontend && npm sbom --sbom-format cyclonedx > ../backend/target/page-bom.json
	@echo 'backend/target/bom.json  backend/target/page-bom.json'

clean: ## remove what was built; the data in .balcao stays
	rm -rf backend/target frontend/dist frontend/node_modules
