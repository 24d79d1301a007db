#!/usr/bin/env bash
# Starts the real executables on ports and stores of their own and sends them malformed requests, 10,000 in all:
# make fuzz. Fails at a 5xx, an answer that does not come, a service that dies or memory that grows.
# SEED, COUNT and CONFIGURATION (debug, release) may be set.

# shellcheck source=infrastructure/local/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=infrastructure/local/system.sh
. "$root/infrastructure/local/system.sh"

# For all requests together; the script ends by itself within it.
fuzz_seconds=180

require_command curl curl
require_command python3 python3
use_binaries "${CONFIGURATION:-debug}"

own_system 11000 "The fuzz run failed."
# A client that says no more is to be given up while the script waits for it.
export HTTP_IDLE_TIMEOUT_SECONDS=5 HTTP_REQUEST_TIMEOUT_SECONDS=10
start_loaded

python3 "$root/Tests/Oracles/fuzz_edge.py" --seed "${SEED:-20261030}" --count "${COUNT:-10000}" \
    --seconds "$fuzz_seconds" \
    "currency=$CURRENCY_HTTP_PORT:${pids[$currency]}" "ranking=$RANKING_HTTP_PORT:${pids[$ranking]}" \
    "history=$HISTORY_HTTP_PORT:${pids[$history]}" "ingestor=$INGESTOR_HTTP_PORT:${pids[$ingestor]}"

stop_all || die "a service did not stop cleanly"
say "The fuzz run passed."
