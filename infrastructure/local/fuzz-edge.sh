#!/usr/bin/env bash
# Starts the real executables on ports and stores of their own and sends them malformed requests, 10,000 in all:
# make fuzz. Fails at a 5xx, an answer that does not come, a service that dies or memory that grows.
# SEED, COUNT and CONFIGURATION (debug, release) may be set.

# shellcheck source=infrastructure/local/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=infrastructure/local/system.sh
. "$root/infrastructure/local/system.sh"

load_deadline_seconds=120
# For all requests together; the script ends by itself within it.
fuzz_seconds=180

require_command curl curl
require_command python3 python3
use_binaries "${CONFIGURATION:-debug}"

work=$(mktemp -d)
logs=$work/logs
mkdir "$logs"
leave() {
    local code=$?
    trap - EXIT
    stop_all || code=1
    if [ "$code" = 0 ]; then
        rm -rf "$work"
    else
        warn "The fuzz run failed. Stores and logs: $work"
    fi
    exit "$code"
}
trap leave EXIT
trap 'exit 130' INT TERM HUP

# Below the ports that systems hand out by themselves, and not the usual ones.
base=$((11000 + $$ % 900 * 10))
unset CONFIG_FILE
export ENVIRONMENT=local DATA_DIR=$work/data BIND_HOST=127.0.0.1 SEED_DATA=shipped EXECUTION_MODE=scheduler
export CURRENCY_HTTP_PORT=$((base + 1)) RANKING_HTTP_PORT=$((base + 2))
export HISTORY_HTTP_PORT=$((base + 3)) INGESTOR_HTTP_PORT=$((base + 4))
export CURRENCY_GRPC_PORT=$((base + 5)) RANKING_GRPC_PORT=$((base + 6))
export HISTORY_GRPC_PORT=$((base + 7)) INGESTOR_GRPC_PORT=$((base + 8))
export CURRENCY_ADDRESS=127.0.0.1:$CURRENCY_GRPC_PORT RANKING_ADDRESS=127.0.0.1:$RANKING_GRPC_PORT
export HISTORY_ADDRESS=127.0.0.1:$HISTORY_GRPC_PORT INGESTOR_ADDRESS=127.0.0.1:$INGESTOR_GRPC_PORT
# Nobody listens there: what was published since the shipped files makes no difference.
export ECB_BASE_URL=http://127.0.0.1:9
# A client that says no more is to be given up while the script waits for it.
export HTTP_IDLE_TIMEOUT_SECONDS=5 HTTP_REQUEST_TIMEOUT_SECONDS=10
host=127.0.0.1
mkdir "$DATA_DIR"
refuse_taken_ports

started=$SECONDS
for i in $currency $history $ranking $ingestor; do start "$i"; done
wait_until_ready "${indices[@]}"
until is_loaded; do
    [ $((SECONDS - started)) -lt "$load_deadline_seconds" ] || die "not loaded after $load_deadline_seconds s"
    for i in "${indices[@]}"; do is_running "$i" || { report_end "$i"; exit 1; }; done
    pause 0.2
done

python3 "$root/Tests/Oracles/fuzz_edge.py" --seed "${SEED:-20261030}" --count "${COUNT:-10000}" \
    --seconds "$fuzz_seconds" \
    "currency=$CURRENCY_HTTP_PORT:${pids[$currency]}" "ranking=$RANKING_HTTP_PORT:${pids[$ranking]}" \
    "history=$HISTORY_HTTP_PORT:${pids[$history]}" "ingestor=$INGESTOR_HTTP_PORT:${pids[$ingestor]}"

stop_all || die "a service did not stop cleanly"
say "The fuzz run passed."
