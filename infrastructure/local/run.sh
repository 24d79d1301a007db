#!/usr/bin/env bash
# Starts the four services from the last build and keeps them until Ctrl-C: make run.
#   CONFIGURATION=release|debug   which build; DATA_DIR (./data) where the stores are. Every setting of the services
#   holds here too: see docs/configuration.md.

# shellcheck source=infrastructure/local/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=infrastructure/local/system.sh
. "$root/infrastructure/local/system.sh"

load_patience_seconds=120

# shellcheck disable=SC2317 # called by a trap
finish() {
    trap - EXIT
    say ""
    say "Stopping."
    if stop_all; then
        say "All four have stopped. What they hold is in $DATA_DIR; make run goes on from there."
        exit 0
    fi
    exit 1
}

# shellcheck disable=SC2317 # called by a trap
give_up() {
    trap - EXIT
    warn ""
    warn "Not started. Stopping the others."
    stop_all || true
    exit 1
}

show_first_load() {
    local patience_ends=$((SECONDS + load_patience_seconds)) i told="" held
    until is_loaded; do
        for i in "${indices[@]}"; do is_running "$i" || return 1; done
        if [ "$SECONDS" -ge "$patience_ends" ]; then
            say "The first load goes on in the background."
            return 0
        fi
        held=$(loaded_days)
        if [ "${held:-0}" != 0 ] && [ "$held" != "$told" ]; then
            say "Loading the shipped history: $held of $(accepted_days) days applied"
            told=$held
        fi
        show_warnings
        pause 0.5
    done
    say "Holding $(loaded_days) days of rates."
}

address() { printf 'http://localhost:%s' "$(port_of "$1")"; }

show_addresses() {
    cat <<TEXT

Currency Travel is up:

  currency   $(address $currency)   curl '$(address $currency)/api/v1/currencies/latest?symbols=USD,JPY,EUR'
  history    $(address $history)   curl '$(address $history)/api/v1/history?target=USD&period=1m'
  ranking    $(address $ranking)   curl '$(address $ranking)/api/v1/rankings?period=daily'
  ingestor   $(address $ingestor)   curl '$(address $ingestor)/health'

Stop with Ctrl-C. Warnings and errors appear here; everything else is in $logs/.

TEXT
}

require_command curl curl
DATA_DIR=$(setting DATA_DIR "$root/data")
# A single run ends by itself; this keeps all four up.
export DATA_DIR EXECUTION_MODE=scheduler
# What /version shows, where the source is a checkout.
if revision=$(git -C "$root" rev-parse --short HEAD 2>/dev/null); then
    export BUILD_REVISION=${BUILD_REVISION:-$revision}
fi
logs=$DATA_DIR/logs
mkdir -p "$logs"
use_binaries "${CONFIGURATION:-release}"
refuse_taken_ports

trap finish INT TERM HUP PIPE
trap give_up EXIT
# The ingestor comes last, so that its subscribers are there; nothing depends on it.
for i in $currency $history $ranking $ingestor; do start "$i"; done
wait_until_ready "${indices[@]}"
show_first_load
show_addresses
trap - EXIT

running=${#indices[@]}
while [ "$running" -gt 0 ]; do
    pause 1
    show_warnings
    for i in "${indices[@]}"; do
        if [ -n "${pids[$i]}" ] && ! is_running "$i"; then
            report_end "$i"
            running=$((running - 1))
            [ "$running" = 0 ] || warn "The other $running go on; Ctrl-C stops them."
        fi
    done
done
die "no service is left"
