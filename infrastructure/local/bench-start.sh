#!/usr/bin/env bash
# Prints how long the four services take to load from nothing and to start from what they hold, and the memory they
# use: make bench-start. Figures only; nothing is asserted.

# shellcheck source=infrastructure/local/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=infrastructure/local/system.sh
. "$root/infrastructure/local/system.sh"

rounds=${ROUNDS:-5}
load_deadline_seconds=120

require_command curl curl
use_binaries "${CONFIGURATION:-release}"
work=$(mktemp -d)
trap 'stop_all || true; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP
DATA_DIR=$work/data
# Nobody listens there: only the shipped data is loaded.
ECB_BASE_URL=http://127.0.0.1:9
export DATA_DIR ECB_BASE_URL
logs=$work/logs
mkdir "$logs" "$DATA_DIR"
refuse_taken_ports

now_ms() {
    if [ -n "${EPOCHREALTIME:-}" ]; then
        printf '%s' "$((${EPOCHREALTIME/[.,]/} / 1000))"
    else # bash before 5
        perl -MTime::HiRes=time -e 'printf "%d", time * 1000'
    fi
}

# Resident memory of a process in MB: now, and (Linux) the most it has used.
memory() {
    if [ -r "/proc/$1/status" ]; then
        awk '/^VmRSS/ { now = $2 } /^VmHWM/ { most = $2 } END { printf "%6.1f MB (most %.1f)", now / 1024, most / 1024 }' \
            "/proc/$1/status"
    else
        ps -o rss= -p "$1" | awk '{ printf "%6.1f MB", $1 / 1024 }'
    fi
}

print_memory() {
    local i
    for i in "${indices[@]}"; do printf '  %-18s %s\n' "${products[$i]}" "$(memory "${pids[$i]}")"; done
}

say "Loading the shipped history from nothing"
began=$(now_ms)
for i in $currency $history $ranking $ingestor; do start "$i"; done
deadline=$((SECONDS + load_deadline_seconds))
until is_loaded; do
    [ "$SECONDS" -lt "$deadline" ] || die "not loaded after $load_deadline_seconds s"
    for i in "${indices[@]}"; do is_running "$i" || { report_end "$i"; exit 1; }; done
    sleep 0.02
done
printf '  %-18s %5d ms from the start of the processes until every subscriber applied %s days\n' \
    "all four" "$(($(now_ms) - began))" "$(loaded_days)"
say "Memory after it"
print_memory
stop_all

say "Start to ready with the full history, each alone, $rounds times (median, all)"
for i in "${indices[@]}"; do
    times=()
    for _ in $(seq "$rounds"); do
        began=$(now_ms)
        start "$i"
        until is_ready "$i"; do is_running "$i" || { report_end "$i"; exit 1; }; done
        times+=($(($(now_ms) - began)))
        stop_all
    done
    sorted=$(printf '%s\n' "${times[@]}" | sort -n)
    printf '  %-18s %5d ms   (%s)\n' "${products[$i]}" "$(sed -n "$(((rounds + 1) / 2))p" <<<"$sorted")" \
        "$(tr '\n' ' ' <<<"$sorted" | sed 's/ *$//')"
done

say "Memory with the full history, all four up, after a question to each"
for i in "${indices[@]}"; do start "$i"; done
wait_until_ready "${indices[@]}"
get $currency '/api/v1/currencies/latest' >/dev/null || true
get $history '/api/v1/history?target=USD&period=max' >/dev/null || true
get $ranking '/api/v1/rankings?period=daily' >/dev/null || true
print_memory
