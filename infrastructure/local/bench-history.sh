#!/usr/bin/env bash
# Prints what the history service bears in one run on this machine, beside three others that answer the same questions
# from the same rates: make bench-history. Figures and goals only; nothing is asserted.
#
#   - SQLite's own shell on a copy of the service's store, the questions as SQL (Tests/Benchmarks/History/*.sql)
#   - FastAPI, aiosqlite, pandas and uvicorn on that copy (Tests/Benchmarks/History/reference_stack.py), one process
#   - a bare Hummingbird route that answers a body of the same size
#
# Warm is the same question again and again, over CONNECTIONS connections; for the shell, in one shell. Cold is another
# question each time over one connection, none of which is kept; for the shell, a shell of its own for each.
#
# Over so many connections without a pause an answer waits for all those before it: with N of them the mean latency is N
# divided by the rate, whatever the server does (Little's law). So the latency of `max` is told in another way too: paced at
# half of the rate that is borne, plain and compressed, as a browser asks, beside the bare route at the half of its own.
#
# ROUNDS (3), SECONDS_EACH (3), CONNECTIONS (32) and QUESTIONS ("1m 1y max stats compare") may be set.

# shellcheck source=infrastructure/local/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=infrastructure/local/system.sh
. "$root/infrastructure/local/system.sh"

rounds=${ROUNDS:-3}
seconds_each=${SECONDS_EACH:-3}
connections=${CONNECTIONS:-32}
read -r -a questions <<<"${QUESTIONS:-1m 1y max stats compare}"
start_deadline_seconds=20
longest_answer_seconds=60
material=$root/Tests/Benchmarks/History

require_command curl curl
require_command wrk wrk
require_command h2load nghttp2-client nghttp2
require_command sqlite3 sqlite3 sqlite
require_command python3 python3
use_binaries "${CONFIGURATION:-release}"
build_products "${CONFIGURATION:-release}" edge-benchmark

# The other stack, in an environment of its own that is made anew when its list changes.
stack=$root/.build/history-reference
if ! cmp -s "$material/requirements.txt" "$stack/requirements.txt"; then
    say "Installing the stack to compare with into ${stack#"$root/"}"
    rm -rf "$stack"
    python3 -m venv "$stack" 2>/dev/null || {
        require_package "Python's venv" python3-venv
        python3 -m venv "$stack"
    }
    "$stack/bin/pip" install --quiet --disable-pip-version-check --requirement "$material/requirements.txt" ||
        die "could not install the stack: is there a network?"
    cp "$material/requirements.txt" "$stack/requirements.txt"
fi

own_system 24000 "The benchmark failed."
others=() # processes that are no services
# shellcheck disable=SC2329 # called by the trap
leave() {
    local code=$? pid
    for pid in ${others[@]+"${others[@]}"}; do
        if kill "$pid" 2>/dev/null; then wait "$pid" 2>/dev/null || true; fi
    done
    (exit "$code") || true
    leave_own_system
}
trap leave EXIT

start_loaded
# The others have done their part, and would take a share of the processor.
for i in $currency $ranking $ingestor; do
    kill -TERM "${pids[$i]}"
    wait "${pids[$i]}" || true
    pids[i]=""
done
store=$work/copy.sqlite
sqlite3 "$DATA_DIR/history.sqlite" ".backup '$store'"

# wait_for <what> <process> <file with what it said> <command...>: until the command succeeds.
wait_for() {
    local what=$1 pid=$2 said=$3 deadline=$((SECONDS + start_deadline_seconds))
    shift 3
    until "$@" >/dev/null 2>&1; do
        kill -0 "$pid" 2>/dev/null || die "$what ended: $(tail -n 20 "$said")"
        [ "$SECONDS" -lt "$deadline" ] || die "$what did not start in $start_deadline_seconds s"
        sleep 0.05
    done
}

service=http://$host:$HISTORY_HTTP_PORT
reference_port=$((HISTORY_HTTP_PORT + 6))
reference=http://$host:$reference_port
(
    cd "$material"
    STORE=$store PYTHONDONTWRITEBYTECODE=1 exec "$stack/bin/uvicorn" reference_stack:app --host "$host" \
        --port "$reference_port" --workers 1 --loop uvloop --http httptools --no-access-log --log-level warning
) >"$work/reference.log" 2>&1 &
others+=($!)
wait_for "the stack to compare with" $! "$work/reference.log" curl --silent "$reference/openapi.json"

targets=USD,JPY,GBP,CNY,CHF,CAD,AUD,HKD,THB,SGD
path_of() {
    case $1 in
    stats) say "/api/v1/history/stats?target=USD&period=6m" ;;
    compare) say "/api/v1/history/compare?targets=$targets&period=5y" ;;
    1m | 1y | max) say "/api/v1/history?target=USD&period=$1" ;;
    *) die "there is no question '$1': 1m, 1y, max, stats or compare" ;;
    esac
}

# first_ask <url>: milliseconds of the first answer.
first_ask() {
    curl --silent --fail --max-time "$longest_answer_seconds" --output "$work/body" --write-out '%{time_total}' "$1" |
        awk '{ printf "%.1f", $1 * 1000 }'
}
kill -TERM "${pids[$history]}"
wait "${pids[$history]}" || die "history did not stop cleanly"
start $history
wait_until_ready $history
max_url=$(path_of max)
first_of_service=$(first_ask "$service$max_url")
first_of_reference=$(first_ask "$reference$max_url")
"$stack/bin/python" "$material/same_answers.py" "$service" "$reference" "${questions[@]}" ||
    die "the two do not answer alike"

# The questions as SQL, with the first day of the window by its number.
first_day() {
    [ "$1" != "" ] || { say -100000; return; }
    sqlite3 "$store" "SELECT strftime('%s', max(day) * 86400, 'unixepoch', '$1') / 86400 FROM sheet WHERE source = 'ecb'"
}
sql_of() {
    local file=$1 first
    first=$(first_day "$2")
    sed "s/FIRST/($first)/g; s/TARGETS/'${targets//,/\',\'}'/g" "$material/$file"
}
sql_of series.sql "-1 month" >"$work/1m.sql"
sql_of series.sql "-12 months" >"$work/1y.sql"
sql_of series.sql "" >"$work/max.sql"
sql_of stats.sql "-6 months" >"$work/stats.sql"
sql_of compare.sql "-60 months" >"$work/compare.sql"

# start_bare <name> <bytes>: a bare route with a body of so many bytes; its URL is in $work/bare.<name>.url
start_bare() {
    : >"$work/bare.$1.urls"
    "$binaries/edge-benchmark" "$2" >"$work/bare.$1.urls" 2>"$work/bare.$1.log" &
    others+=($!)
    wait_for "the bare server" $! "$work/bare.$1.log" grep -q '^bare ' "$work/bare.$1.urls"
    awk '$1 == "bare" { print $2 }' "$work/bare.$1.urls" >"$work/bare.$1.url"
}
for question in "${questions[@]}"; do
    start_bare "$question" "$(curl --silent --fail "$service$(path_of "$question")" | wc -c | tr -d ' ')"
done

# measure <connections> <seconds> <url> [<option of wrk>...] [-- <kind of question>]: requests a second, and the median
# and 99th percentile in milliseconds. An answer that is not a success ends the measurement.
measure() {
    local report connections=$1 seconds=$2 url=$3 options=()
    shift 3
    while [ $# -gt 0 ] && [ "$1" != "--" ]; do
        options+=("$1")
        shift
    done
    report=$(wrk -t 1 -c "$connections" -d "${seconds}s" --timeout "${longest_answer_seconds}s" --latency \
        ${options[@]+"${options[@]}"} "$url" "$@")
    case $report in
    *"Non-2xx"* | *"Socket errors"*) die "$url $*: $report" ;;
    esac
    awk 'function ms(text) {
             if (text ~ /us$/) return text / 1000
             if (text ~ /ms$/) return text + 0
             if (text ~ /m$/) return text * 60000
             return text * 1000
         }
         $1 == "50%" { median = ms($2) } $1 == "99%" { most = ms($2) } /^Requests\/sec/ { rate = $2 }
         END { print rate, median, most }' <<<"$report"
}
measure_all() {
    local question url
    for question in "${questions[@]}"; do
        url=$(path_of "$question")
        measure "$connections" "$1" "$(cat "$work/bare.$question.url")" >>"$work/bare.$question.warm"
        measure "$connections" "$1" "$service$url" >>"$work/service.$question.warm"
        measure "$connections" "$1" "$service$url" -H "Accept-Encoding: gzip" >>"$work/service.$question.gzip"
        measure 1 "$1" "$service" -s "$material/anew.lua" -- "$question" >>"$work/service.$question.cold"
        measure 1 "$1" "$reference" -s "$material/anew.lua" -- "$question" >>"$work/reference.$question.cold"
        measure "$connections" "$1" "$reference$url" >>"$work/reference.$question.warm"
        # It goes on with what nobody waits for any longer; this question is answered after that.
        first_ask "$reference$url" >"$work/settled"
        python3 "$material/sqlite_shell.py" "$store" "$work/$question.sql" "$1" again >>"$work/shell.$question.warm"
        python3 "$material/sqlite_shell.py" "$store" "$work/$question.sql" "$1" anew >>"$work/shell.$question.cold"
    done
}

say "Warming up"
measure_all 1
rm -f "$work"/*.warm "$work"/*.cold "$work"/*.gzip
say "$rounds rounds of $seconds_each s each; warm over $connections connections, cold over one. Medians of the rounds."
for _ in $(seq "$rounds"); do measure_all "$seconds_each"; done

# figure <system.question.warm|cold> <1 requests/s | 2 median | 3 99th percentile>: the median of the rounds.
figure() {
    awk -v column="$2" '{ print $column }' "$work/$1" | sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'
}
line() {
    local name=$1 file=$2
    printf '  %-30s %10.1f /s   p50 %9.3f ms   p99 %9.3f ms\n' "$name" "$(figure "$file" 1)" "$(figure "$file" 2)" \
        "$(figure "$file" 3)"
}
for question in "${questions[@]}"; do
    say ""
    say "$question ($(curl --silent --fail "$service$(path_of "$question")" | wc -c | tr -d ' ') bytes)"
    line "bare route" "bare.$question.warm"
    line "history, warm" "service.$question.warm"
    line "history, warm, compressed" "service.$question.gzip"
    line "history, cold" "service.$question.cold"
    line "pandas stack, warm" "reference.$question.warm"
    line "pandas stack, cold" "reference.$question.cold"
    line "SQLite's shell, warm" "shell.$question.warm"
    line "SQLite's shell, cold" "shell.$question.cold"
    awk -v history="$(figure "service.$question.warm" 1)" -v bare="$(figure "bare.$question.warm" 1)" \
        -v stack="$(figure "reference.$question.warm" 1)" -v shell="$(figure "shell.$question.warm" 1)" \
        'BEGIN { printf "  history is %.1f %% of the bare route, %.1f times the stack, %.1f times the shell\n",
            100 * history / bare, history / stack, history / shell }'
done
say ""
say "The first question of a new process, max: history $first_of_service ms, the pandas stack $first_of_reference ms"

# paced <file with the rate that is borne> <url> [<option of h2load>...]: the median and the 99th percentile in milliseconds,
# at half of that rate; what was asked for a second, and how many were answered. Not one after another: a slow answer does
# not hold the next question back.
paced() {
    local rate url=$2
    rate=$(awk -v rate="$(figure "$1" 1)" 'BEGIN { print rate / 2 }')
    shift 2
    rm -f "$work/requests"
    h2load --h1 -t 1 -c "$connections" -D $((seconds_each * 2)) --warm-up-time 1 \
        --rps "$(awk -v rate="$rate" -v clients="$connections" 'BEGIN { print rate / clients }')" "$@" \
        --log-file "$work/requests" "$url" >"$work/h2load" 2>&1 || die "$(tail -n 5 "$work/h2load")"
    awk -F '\t' '$2 != 200 { print "status " $2 > "/dev/stderr"; exit 1 } { print $3 / 1000 }' "$work/requests" |
        sort -n | awk -v rate="$rate" '{ all[NR] = $1 }
            END { print all[int((NR + 1) / 2)], all[int(NR * .99) + (NR < 100)], rate, NR }'
}
paced_line() {
    awk -v name="$1" '{ printf "  %-30s %10.1f /s   p50 %9.3f ms   p99 %9.3f ms   of %d\n", name, $3, $1, $2, $4 }' "$2"
}
asked() { case " ${questions[*]} " in *" $1 "*) return 0 ;; *) return 1 ;; esac; }
if asked max; then
    paced bare.max.warm "$(cat "$work/bare.max.url")" >"$work/paced.bare"
    paced service.max.warm "$service$max_url" >"$work/paced.plain"
    paced service.max.gzip "$service$max_url" --header "Accept-Encoding: gzip" >"$work/paced.gzip"
    say ""
    say "max over $connections connections, paced at half of the rate that each bears"
    paced_line "bare route" "$work/paced.bare"
    paced_line "history, warm" "$work/paced.plain"
    paced_line "history, warm, compressed" "$work/paced.gzip"
fi

# goal <what> <value> <at least|at most> <bound> <unit>
goal() {
    awk -v what="$1" -v value="$2" -v way="$3" -v bound="$4" -v unit="$5" 'BEGIN {
        met = way == "at least" ? value >= bound : value <= bound
        printf "  %-7s  %s: %.2f %s, the goal is %s %s\n", met ? "met" : "NOT MET", what, value, unit, way, bound }'
}
ratio() { awk -v one="$1" -v other="$2" -v times="$3" 'BEGIN { print one / other * times }'; }
say "Goals"
if asked 1m; then
    goal "1m warm beside the bare route" \
        "$(ratio "$(figure service.1m.warm 1)" "$(figure bare.1m.warm 1)" 100)" "at least" 60 "%"
fi
if asked max; then
    goal "max warm, 99th percentile over $connections connections" "$(figure service.max.warm 3)" "at most" 3 ms
    goal "  the same, compressed" "$(figure service.max.gzip 3)" "at most" 3 ms
    goal "  the same, paced at half of what is borne" "$(awk '{ print $2 }' "$work/paced.plain")" "at most" 3 ms
    goal "  the same, paced and compressed" "$(awk '{ print $2 }' "$work/paced.gzip")" "at most" 3 ms
    goal "max cold, median" "$(figure service.max.cold 2)" "at most" 15 ms
    goal "max cold, 99th percentile" "$(figure service.max.cold 3)" "at most" 15 ms
    goal "max, the first question of a new process" "$first_of_service" "at most" 15 ms
    goal "max warm beside the pandas stack" \
        "$(ratio "$(figure service.max.warm 1)" "$(figure reference.max.warm 1)" 1)" "at least" 50 times
fi
