#!/usr/bin/env bash
# Prints what the currency service bears, beside a bare Hummingbird route that answers a body of the same size, in one
# run on this machine: make bench-currency. Figures only; nothing is asserted.
#
#   - requests a second of the latest rates, a conversion and a matrix of 30, kept and asked anew each time
#   - the latency of the latest rates at half of what they bear
#   - the stream: memory with many open, and how long a change takes to all of them
#
# ROUNDS (5), SECONDS_EACH (3), CONNECTIONS (32) and STREAMS ("1000 10000") may be set.

# shellcheck source=infrastructure/local/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=infrastructure/local/system.sh
. "$root/infrastructure/local/system.sh"

rounds=${ROUNDS:-5}
seconds_each=${SECONDS_EACH:-3}
connections=${CONNECTIONS:-32}
streams=${STREAMS:-1000 10000}
start_deadline_seconds=10

require_command curl curl
require_command wrk wrk
require_command h2load nghttp2-client nghttp2
use_binaries "${CONFIGURATION:-release}"
build_products "${CONFIGURATION:-release}" edge-benchmark stream-benchmark

own_system 20000 "The benchmark failed."
export HTTP_MAX_CONNECTIONS=12000
start_loaded
# The others have done their part, and would take a share of the processor.
for i in $ranking $ingestor; do
    kill -TERM "${pids[$i]}"
    wait "${pids[$i]}" || true
    pids[i]=""
done

service=http://$host:$CURRENCY_HTTP_PORT/api/v1/currencies
codes=AUD,BRL,CAD,CHF,CNY,CZK,DKK,EUR,GBP,HKD,HUF,IDR,ILS,INR,ISK,JPY,KRW,MXN,MYR,NOK,NZD,PHP,PLN,RON,SEK,SGD,THB,TRY,USD,ZAR
latest="$service/latest?symbols=USD,JPY,EUR"
body_bytes=$(curl --silent --fail "$latest" | wc -c | tr -d ' ')

: >"$work/urls"
"$binaries/edge-benchmark" "$body_bytes" >"$work/urls" 2>"$work/errors" &
bare_pid=$!
# shellcheck disable=SC2329 # called by the trap
leave() {
    local code=$?
    if kill "$bare_pid" 2>/dev/null; then wait "$bare_pid" 2>/dev/null || true; fi
    (exit "$code") || true
    leave_own_system
}
trap leave EXIT
deadline=$((SECONDS + start_deadline_seconds))
until [ "$(wc -l <"$work/urls")" -eq 4 ]; do
    kill -0 "$bare_pid" 2>/dev/null || die "the bare server ended: $(cat "$work/errors")"
    [ "$SECONDS" -lt "$deadline" ] || die "the bare server did not start in $start_deadline_seconds s"
    sleep 0.05
done
bare=$(awk '$1 == "bare" { print $2 }' "$work/urls")

# Questions that were never asked before, so that none is answered from what is kept.
cat >"$work/convert.lua" <<'LUA'
local asked = 0
request = function()
    asked = asked + 1
    return wrk.format("GET", "/api/v1/currencies/convert?from=USD&to=KRW&amount=" .. asked .. "." .. math.random(1, 999999))
end
LUA
cat >"$work/matrix.lua" <<LUA
local codes = {}
for code in string.gmatch("$codes", "%a+") do codes[#codes + 1] = code end
request = function()
    for i = #codes, 2, -1 do
        local j = math.random(i)
        codes[i], codes[j] = codes[j], codes[i]
    end
    return wrk.format("GET", "/api/v1/currencies/matrix?codes=" .. table.concat(codes, ","))
end
LUA

# measure <url> <seconds> [<script>]: requests a second; an answer that is not a success ends the measurement.
measure() {
    local report
    report=$(wrk -t 1 -c "$connections" -d "$2s" ${3:+-s "$3"} "$1")
    case $report in
    *"Non-2xx"* | *"Socket errors"*) die "$1: $report" ;;
    esac
    awk '/^Requests\/sec/ { print $2 }' <<<"$report"
}

median() { sort -n "$1" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

convert="$service/convert?from=USD&to=KRW&amount=1234.56"
matrix="$service/matrix?codes=$codes"
measure_all() {
    measure "$bare" "$1" >>"$work/bare"
    measure "$latest" "$1" >>"$work/latest"
    measure "$convert" "$1" >>"$work/convert"
    measure "$convert" "$1" "$work/convert.lua" >>"$work/convert-anew"
    measure "$matrix" "$1" >>"$work/matrix"
    measure "$matrix" "$1" "$work/matrix.lua" >>"$work/matrix-anew"
}
figures=(bare latest convert convert-anew matrix matrix-anew)

say "Warming up"
measure_all 1
for figure in "${figures[@]}"; do : >"$work/$figure"; done
say "$rounds rounds of $seconds_each s each, $connections connections; the bare body has $body_bytes bytes, as the latest rates"
for _ in $(seq "$rounds"); do measure_all "$seconds_each"; done

line() {
    awk -v name="$1" -v rate="$(median "$work/$2")" -v bare="$(median "$work/bare")" \
        'BEGIN { printf "  %-34s %9.0f requests/s   %6.1f %% of bare\n", name, rate, 100 * rate / bare }'
}
say "Median"
line "bare Hummingbird route" bare
line "latest?symbols=USD,JPY,EUR" latest
line "convert, asked again" convert
line "convert, another amount each time" convert-anew
line "matrix of 30, asked again" matrix
line "matrix of 30, another order each" matrix-anew

# Paced, not one after another: a slow answer does not hold the next question back.
latency() {
    local url=$1 rate=$2 per_client
    per_client=$(awk -v rate="$rate" -v clients="$connections" 'BEGIN { printf "%d", rate / clients }')
    rm -f "$work/requests"
    h2load --h1 -t 1 -c "$connections" -D $((seconds_each * 3)) --warm-up-time 1 --rps "$per_client" \
        --log-file "$work/requests" "$url" >"$work/h2load" 2>&1 || die "$(tail -n 5 "$work/h2load")"
    awk -F '\t' '$2 != 200 { print "status " $2 > "/dev/stderr"; exit 1 } { print $3 }' "$work/requests" |
        sort -n | awk '{ all[NR] = $1 }
            END { printf "p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms of %d requests\n",
                all[int(NR * .5)] / 1000, all[int(NR * .99)] / 1000, all[int(NR * .999)] / 1000, NR }'
}
half=$(awk -v rate="$(median "$work/latest")" 'BEGIN { printf "%d", rate / 2 }')
say "Latency of latest?symbols=USD,JPY,EUR at half of that ($half requests/s)"
say "  latest  $(latency "$latest" "$half")"
say "  bare    $(latency "$bare" "$half")"

say "The stream"
for count in $streams; do
    "$binaries/stream-benchmark" --http-port "$CURRENCY_HTTP_PORT" --grpc-port "$CURRENCY_GRPC_PORT" \
        --pid "${pids[$currency]}" --clients "$count"
done
