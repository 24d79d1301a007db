#!/usr/bin/env bash
# Starts the real executables on ports and stores of their own, loads the shipped data, and asks what a first user asks:
# make smoke. Fails at the first answer that is not what the shipped files say.

# shellcheck source=infrastructure/local/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=infrastructure/local/system.sh
. "$root/infrastructure/local/system.sh"

require_command curl curl
require_command promtool prometheus
use_binaries "${CONFIGURATION:-debug}"

own_system 21000 "The smoke run failed."

# expect <what> <body> <regular expression>
expect() {
    grep -qE "$3" <<<"$2" || die "$1: expected $3 in: $(head -c 2000 <<<"$2")"
    say "  ok  $1"
}

start_loaded
say "  ok  all four are ready and the shipped data is loaded"

ask_everything() {
    local body
    # KRW ÷ USD, KRW ÷ JPY and KRW of 2026-10-30 in the ECB file, to ten digits.
    body=$(get $currency '/api/v1/currencies/latest?symbols=USD,JPY,EUR')
    expect "a dollar in won" "$body" '"USD": ?1335\.266738[,}]'
    expect "a yen in won" "$body" '"JPY": ?8\.491347905[,}]'
    expect "a euro in won" "$body" '"EUR": ?1491\.76[,}]'

    body=$(get $history '/api/v1/history?target=USD&period=1m')
    expect "a month of dollars" "$body" '"as_of": ?"2026-10-30'
    # The file has 7,126 days, the first of them 1999-01-04; it quotes the won and the dollar on each.
    body=$(get $history '/api/v1/history?target=USD&period=max')
    expect "all of history: how many days" "$body" '"data_points": ?7126[,}]'
    [ "$(grep -oE '"date": ?"' <<<"$body" | wc -l | tr -d ' ')" = 7126 ] || die "not 7126 points in the answer"
    expect "all of history: the first day" "$(grep -oE '"date": ?"[0-9-]+' <<<"$body" | head -n 1)" '1999-01-04'

    body=$(get $ranking '/api/v1/rankings?period=daily')
    expect "the chart shows Japan" "$body" '"country_code": ?"JP"'
    expect "with its currency" "$body" '"currency_code": ?"JPY"'
    expect "and today's rate" "$body" '8\.491347905[,}]'
    for i in "${indices[@]}"; do get "$i" /health >/dev/null || die "${products[$i]} does not answer /health"; done
}

# The metrics that every service has, and those of some; promtool judges names, types and texts.
check_metrics() {
    local name metrics
    metrics=$(get "$1" /metrics) || die "${products[$1]} does not answer /metrics"
    promtool check metrics <<<"$metrics" || die "promtool refuses the metrics of ${products[$1]}"
    for name in http_server_requests_total http_server_request_duration_seconds http_server_requests_in_flight \
        cache_requests_total store_size_bytes \
        process_resident_memory_bytes process_open_fds currency_travel_build_info "${@:2}"; do
        grep -q "^# TYPE $name " <<<"$metrics" || die "${products[$1]} has no metric $name"
    done
    say "  ok  the metrics of ${products[$1]}"
}

# What a client that keeps answers, one that takes them compressed, and one that reads the description see.
check_edge() {
    local i url tag head
    url="http://$host:$CURRENCY_HTTP_PORT/api/v1/currencies/latest"
    head=$(curl --silent --max-time "$request_seconds" --head "$url")
    tag=$(sed -n 's/^[Ee][Tt]ag: *\("[^"]*"\).*/\1/p' <<<"$head")
    [ -n "$tag" ] || die "the latest rates have no ETag: $head"
    expect "what is known already is not sent again" \
        "$(curl --silent --max-time "$request_seconds" --header "If-None-Match: $tag" --write-out '%{http_code}' "$url")" '^304$'
    expect "a large answer is compressed" \
        "$(curl --silent --max-time "$request_seconds" --compressed --dump-header - --output /dev/null "$url")" \
        '^[Cc]ontent-[Ee]ncoding: (gzip|deflate)'
    for i in "${indices[@]}"; do
        expect "the description of ${products[$i]}" "$(get "$i" /openapi.json)" '"openapi": ?"3\.1'
        expect "its page" "$(get "$i" /docs)" '<html'
    done
}

selection=$(curl --silent --max-time "$request_seconds" --write-out ' %{http_code}' \
    --header 'content-type: application/json' --data '{"user_id":"u1","country_code":"JP"}' \
    "http://$host:$RANKING_HTTP_PORT/api/v1/rankings/selections")
expect "a selection is taken" "$selection" ' 201$'
ask_everything
check_edge
check_metrics $currency events_applied_total rpc_server_requests_total
check_metrics $history history_observations events_applied_total
check_metrics $ranking ranking_selections_total rpc_client_requests_total
check_metrics $ingestor source_outcomes_total event_outbox_depth

stop_all || die "a service did not stop cleanly"
say "  ok  all four stopped cleanly"

for i in "${indices[@]}"; do start "$i"; done
wait_until_ready "${indices[@]}"
say "  ok  all four are ready again, from the stores they left"
ask_everything
stop_all || die "a service did not stop cleanly"
say "The smoke run passed."
