# Two commands do everything on a fresh Debian 12 or Ubuntu 24.04: make run, make test.
# Every target first installs with apt what it lacks (packaging/install-deps.sh); everything built lands in build/.
SHELL := /bin/bash
JOBS ?= 2
PRESET ?= $(if $(CI),ci,dev)

deps = @packaging/install-deps.sh
# configure(preset, folder): only when the folder was not configured with this preset, or the presets are newer.
define configure
	@if [ ! -e $(2)/build.ninja ] || [ "$$(cat $(2)/.preset 2>/dev/null)" != $(1) ] || [ CMakePresets.json -nt $(2)/.preset ]; then \
		cmake --preset $(1) && echo $(1) >$(2)/.preset; fi
endef

.PHONY: help run build test bench soak screenshots asan clang lint tidy fuzz package package-test translations clean

help:
	@echo 'make run           build and start Agent Desk on the Local workspace (without a display: one question on the command line)'
	@echo 'make test          build everything and run every test, headless'
	@echo 'make build         build everything into build/bin/'
	@echo 'make lint          formatting, layers, forbidden patterns, translations, static checks'
	@echo 'make asan          every test under the address, leak and undefined behaviour checks'
	@echo 'make clang         everything with clang, warnings being errors, and every test'
	@echo 'make bench         the benchmarks, one JSON line each'
	@echo 'make soak          the long forms: 200 kills while an answer streams in and 200 while messages wait, 200 flipped bytes, 10 000 events a second for a minute'
	@echo 'make screenshots   pictures of every state in build/screenshots, light, dark and from right to left (SCALE=2: at 200 %; SHOTS=folder)'
	@echo 'make fuzz          a minute of fuzzing for each parser (SECONDS_EACH=5: five seconds)'
	@echo 'make package       a .deb in build/package/, checked with lintian'
	@echo 'make package-test  installs that .deb in a clean Debian and starts it (as root)'
	@echo 'make translations  brings translations/*.ts up to date with the sources'
	@echo 'make clean         removes build/'

run:
	$(deps) build
	$(call configure,$(PRESET),build)
	@ninja -C build -j $(JOBS) --quiet agentdesk agentdesk-localserver
	@packaging/run.sh

build:
	$(deps) build
	$(call configure,$(PRESET),build)
	@ninja -C build -j $(JOBS)

test: build
	$(deps) test
	@packaging/with-keyring.sh ctest --preset $(PRESET)

bench:
	$(deps) build
	$(call configure,release,build/release)
	@ninja -C build/release -j $(JOBS) --quiet agentdesk agentdesk-localserver
	@packaging/bench.sh build/release

# The long forms of tests that are bounded in make test. Each prints its seed; DESK_SEED repeats one.
soak: build
	$(deps) test
	@QTEST_FUNCTION_TIMEOUT=3600000 DESK_ROUNDS=200 build/tests/tst_journalkill
	@QTEST_FUNCTION_TIMEOUT=3600000 DESK_ROUNDS=200 build/tests/tst_outboxkill
	@QTEST_FUNCTION_TIMEOUT=3600000 DESK_ROUNDS=200 build/tests/tst_teamdialect
	@QTEST_FUNCTION_TIMEOUT=3600000 DESK_ROUNDS=200 build/tests/tst_userstore DATA_15_FI_20_flippedBytes
	@DESK_SECONDS=60 build/tests/tst_streamload
	@DESK_SECONDS=60 packaging/with-keyring.sh env QT_QPA_PLATFORM=offscreen build/tests/tst_typingload

# Each picture is asserted before it is kept.
screenshots:
	$(deps) build test
	$(call configure,$(PRESET),build)
	@ninja -C build -j $(JOBS) --quiet tst_gallerychat tst_gallerysending tst_galleryagents tst_galleryagentwork tst_galleryworkflows tst_gallerydesk
	@packaging/screenshots.sh build $(or $(SHOTS),build/screenshots)

asan:
	$(deps) build test
	$(call configure,asan,build/asan)
	@ninja -C build/asan -j $(JOBS)
	@packaging/with-keyring.sh ctest --preset asan

# The second compiler: everything, warnings being errors, and every test.
clang:
	$(deps) build test fuzz
	$(call configure,clang,build/clang)
	@ninja -C build/clang -j $(JOBS)
	@packaging/with-keyring.sh ctest --preset clang

lint:
	$(deps) build lint
	$(call configure,$(PRESET),build)
	@packaging/lint.sh

tidy:
	$(deps) build lint
	$(call configure,$(PRESET),build)
	@packaging/lint.sh --tidy-all

fuzz:
	$(deps) build fuzz
	$(call configure,fuzz,build/fuzz)
	@ninja -C build/fuzz -j $(JOBS) --quiet fuzzers
	@packaging/fuzz.sh build/fuzz $(or $(SECONDS_EACH),60)

package:
	$(deps) build package
	$(call configure,release,build/release)
	@ninja -C build/release -j $(JOBS) agentdesk agentdesk-localserver
	@packaging/make-deb.sh build/release build/package

package-test: package
	@packaging/test-deb.sh build/package

translations:
	$(deps) build
	@packaging/update-translations.sh

clean:
	rm -rf build
