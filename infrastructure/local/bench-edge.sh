#!/usr/bin/env bash
# Prints how many requests a second the edge answers with everything on, beside a bare Hummingbird route in the same
# run: make bench-edge. Figures only; nothing is asserted.
#
# ROUNDS (5), SECONDS_EACH (3), CONNECTIONS (32) and THREADS (1, of the load generator) may be set.

# shellcheck source=infrastructure/local/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

rounds=${ROUNDS:-5}
seconds_each=${SECONDS_EACH:-3}
connections=${CONNECTIONS:-32}
threads=${THREADS:-1}
start_deadline_seconds=10

require_command wrk wrk
program=$root/.build/${CONFIGURATION:-release}/edge-benchmark
build_products "${CONFIGURATION:-release}" edge-benchmark

work=$(mktemp -d)
pid=
# shellcheck disable=SC2329 # called by the trap
finish() {
    if [ -n "$pid" ] && kill "$pid" 2>/dev/null; then wait "$pid" 2>/dev/null || true; fi
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM HUP

: >"$work/urls"
"$program" >"$work/urls" 2>"$work/errors" &
pid=$!
deadline=$((SECONDS + start_deadline_seconds))
until [ "$(wc -l <"$work/urls")" -eq 4 ]; do
    kill -0 "$pid" 2>/dev/null || die "the benchmark ended: $(cat "$work/errors")"
    [ "$SECONDS" -lt "$deadline" ] || die "the benchmark did not start in $start_deadline_seconds s"
    sleep 0.05
done

# Requests a second of one run; an answer that is not a success ends the measurement.
measure() {
    local report
    report=$(wrk -t "$threads" -c "$connections" -d "${2:-$seconds_each}s" "$1")
    case $report in
        *"Non-2xx"* | *"Socket errors"*) die "$1: $report" ;;
    esac
    awk '/^Requests\/sec/ { print $2 }' <<<"$report"
}

median() {
    sort -n "$1" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'
}

say "Warming up"
while read -r name url; do
    measure "$url" 1 >"$work/warm"
done <"$work/urls"

say "$rounds rounds of $seconds_each s each, $connections connections"
for _ in $(seq "$rounds"); do
    while read -r name url; do
        measure "$url" >>"$work/$name"
    done <"$work/urls"
done

# The name, and the bare route that it is measured against.
line() {
    awk -v name="$1" -v rate="$(median "$work/$1")" -v bare="$(median "$work/$2")" \
        'BEGIN { printf "  %-30s %9.0f requests/s   %5.1f %% of bare\n", name, rate, 100 * rate / bare }'
}
say "Median"
line bare bare
line cached bare
line bare-live bare-live
line live bare-live
