#!/usr/bin/env bash
# Builds and runs the tests: test.sh [filter]. The run is bounded; a test that hangs is a failure.

# shellcheck source=infrastructure/local/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

log=.build/tests.log
limit_seconds=${TEST_LIMIT_SECONDS:-900}
require_build_packages

say "Building the tests. The first time compiles the libraries too and takes several minutes."
build_services debug
build_products debug CurrencyTravelPackageTests

bounded=()
if command -v timeout >/dev/null; then
    bounded=(timeout --kill-after=10)
    [ ! -t 0 ] || bounded+=(--foreground) # so that Ctrl-C reaches the tests
    bounded+=("$limit_seconds")
fi

# One test after another: tests hold real deadlines against real sockets, which a machine that runs hundreds of them at
# once cannot keep.
run() {
    local code=0
    ${bounded[@]+"${bounded[@]}"} swift test --skip-build --disable-xctest --no-parallel "$@" 2>&1 | tee "$log" || code=$?
    [ "$code" = 0 ] || repeat_failures
    [ "$code" != 124 ] || warn "The tests were still running after $limit_seconds s (TEST_LIMIT_SECONDS) and were stopped."
    return "$code"
}

# Thousands of lines stand between a failure and the end, and of a long output often only the end is kept.
repeat_failures() {
    say ""
    say "What failed:"
    grep -E -A 3 'recorded an issue|[Ff]atal error|^Test .* failed' "$log" | cut -c 1-2000 | head -n 200 || say "(see above)"
}

if [ -n "${1:-}" ]; then
    run --filter "$1"
else
    run
fi
