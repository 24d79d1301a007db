# shellcheck shell=bash
# Starts, watches and stops the four services for the scripts beside it. Sourced after common.sh, never run.
# shellcheck disable=SC2154 # root is set by common.sh

# One row per service, by index: what Package.swift calls it, what its settings begin with, its usual HTTP port.
products=(currency-service ranking-service history-service data-ingestor)
prefixes=(CURRENCY RANKING HISTORY INGESTOR)
usual_ports=(8001 8002 8003 8004)
indices=(0 1 2 3)
# shellcheck disable=SC2034 # by the scripts that source this
currency=0 ranking=1 history=2 ingestor=3

ready_deadline_seconds=60
stop_deadline_seconds=30
request_seconds=5

pids=("" "" "" "") # of the services that were started here and not yet seen to end
shown=(0 0 0 0)    # bytes of each log that have been looked at
logs=""            # folder of the logs
binaries=""        # folder of the executables

# use_binaries debug|release
use_binaries() {
    binaries=$root/.build/$1
    local product
    for product in "${products[@]}"; do
        [ -x "$binaries/$product" ] || die "there is no $1 build of $product yet. Run: make $(build_target "$1")"
    done
}

build_target() { if [ "$1" = release ]; then say release; else say build; fi; }

# What a service will read for a setting: the environment, else the file CONFIG_FILE names, else the default.
setting() {
    local name=$1 default=$2 value
    value=${!name:-}
    if [ -z "$value" ] && [ -n "${CONFIG_FILE:-}" ] && [ -r "$CONFIG_FILE" ]; then
        value=$(sed -n "s/^ *$name *= *//p" "$CONFIG_FILE" | tail -n 1 | tr -d "\"' ")
    fi
    printf '%s' "${value:-$default}"
}

port_of() { setting "${prefixes[$1]}_HTTP_PORT" "${usual_ports[$1]}"; }

# get <index> <path>: the body, or failure when the answer is not a 2xx.
get() { curl --silent --fail --max-time "$request_seconds" "http://$host:$(port_of "$1")$2"; }

is_ready() { get "$1" /health/ready >/dev/null 2>&1; }

is_running() { [ -n "${pids[$1]}" ] && kill -0 "${pids[$1]}" 2>/dev/null; }

# A figure or word under data.freshness of a service's /health; empty when it has none.
freshness() {
    get "$1" /health 2>/dev/null |
        sed -n 's/.*"freshness" *: *{\([^}]*\)}.*/\1/p' |
        sed -n "s/.*\"$2\" *: *\"\{0,1\}\([^\",}]*\).*/\1/p"
}

# Days that history has applied, and that the ingestor has accepted.
loaded_days() { freshness "$history" days; }
accepted_days() { freshness "$ingestor" accepted_days; }

# Whether the shipped data is in (or not wanted) and every subscriber has acknowledged all of it.
is_loaded() {
    case $(freshness "$ingestor" first_load) in
    "done" | none | failed) [ "$(freshness "$ingestor" pending_events)" = 0 ] ;;
    *) return 1 ;;
    esac
}

# A process of somebody else on the port would answer in our service's place.
refuse_taken_ports() {
    local i port
    for i in "${indices[@]}"; do
        port=$(port_of "$i")
        [ "$port" != 0 ] || die "${prefixes[$i]}_HTTP_PORT is 0; this script has to know the port beforehand."
        if (exec 3<>"/dev/tcp/$host/$port") 2>/dev/null; then
            die "port $port is taken, and ${products[$i]} needs it. Stop what holds it, or set ${prefixes[$i]}_HTTP_PORT."
        fi
    done
}

start() {
    local i=$1 log=$logs/${products[$1]}.log
    [ ! -e "$log" ] || mv "$log" "$log.1"
    shown[i]=0
    # In a process group of its own, so that Ctrl-C reaches this script only and the service hears of it once.
    set -m
    "$binaries/${products[$i]}" >"$log" 2>&1 </dev/null &
    pids[i]=$!
    set +m
}

# pause <seconds>, which a signal cuts short.
pause() {
    sleep "$1" &
    wait $! || true
}

# How a service that is gone ended, and the last of what it said.
report_end() {
    local i=$1 code=0
    wait "${pids[$i]}" 2>/dev/null || code=$?
    pids[i]=""
    warn ""
    warn "${products[$i]} ended with exit code $code. The end of its log ($logs/${products[$i]}.log):"
    tail -n 20 "$logs/${products[$i]}.log" | sed 's/^/    /' >&2
}

# Waits until the services named by index are ready; fails, with what it said, when one ends or takes too long.
wait_until_ready() {
    local i deadline=$((SECONDS + ready_deadline_seconds))
    for i in "$@"; do
        until is_ready "$i"; do
            if ! is_running "$i"; then
                report_end "$i"
                return 1
            elif [ "$SECONDS" -ge "$deadline" ]; then
                warn "${products[$i]} was not ready after $ready_deadline_seconds s. The end of its log:"
                tail -n 20 "$logs/${products[$i]}.log" >&2
                return 1
            fi
            pause 0.02
        done
    done
}

# What the services said since the last look that a person should see.
show_warnings() {
    local i log size
    for i in "${indices[@]}"; do
        log=$logs/${products[$i]}.log
        [ -e "$log" ] || continue
        size=$(wc -c <"$log" | tr -d ' ')
        [ "$size" -gt "${shown[$i]}" ] || continue
        tail -c "+$((${shown[$i]} + 1))" "$log" | head -c "$((size - ${shown[$i]}))" |
            grep -iE '(^|[^a-z])(warning|error|critical)([^a-z]|$)' | sed "s/^/[${products[$i]}] /" >&2 || true
        shown[i]=$size
    done
}

# Asks every service to stop and waits. Says which ended badly or not at all, and fails then.
# What is killed in the end loses nothing that was acknowledged.
stop_all() {
    local i code deadline failed=0
    for i in "${indices[@]}"; do
        ! is_running "$i" || kill -TERM "${pids[$i]}" 2>/dev/null || true
    done
    deadline=$((SECONDS + stop_deadline_seconds))
    trap 'deadline=$SECONDS' INT TERM HUP # asked twice: wait no longer
    for i in "${indices[@]}"; do
        [ -n "${pids[$i]}" ] || continue
        while is_running "$i" && [ "$SECONDS" -lt "$deadline" ]; do pause 0.05; done
        if is_running "$i"; then
            warn "${products[$i]} (process ${pids[$i]}) did not stop in time: killing it"
            kill -KILL "${pids[$i]}" 2>/dev/null || true
        fi
        code=0
        wait "${pids[$i]}" 2>/dev/null || code=$?
        if [ "$code" != 0 ]; then
            warn "${products[$i]} stopped with exit code $code"
            failed=1
        fi
        pids[i]=""
    done
    return "$failed"
}

# A system of the script's own, whatever the caller's settings are: ports from a base that follows the process, stores in
# a new folder ($work), the shipped data, and no source to ask. At the end all is stopped, and the folder removed unless
# something failed.
#   own_system <first of the bases> "what failed, for the last line"
own_system() {
    own_failure=$2
    work=$(mktemp -d)
    logs=$work/logs
    mkdir "$logs"
    trap leave_own_system EXIT
    trap 'exit 130' INT TERM HUP

    local base=$(($1 + $$ % 900 * 10)) # below the ports that systems hand out by themselves
    unset CONFIG_FILE KEYS_FILE
    # In local nothing is limited, so that thousands of questions are answered and not refused.
    export ENVIRONMENT=local DATA_DIR=$work/data BIND_HOST=127.0.0.1 SEED_DATA=shipped EXECUTION_MODE=scheduler
    export CURRENCY_HTTP_PORT=$((base + 1)) RANKING_HTTP_PORT=$((base + 2))
    export HISTORY_HTTP_PORT=$((base + 3)) INGESTOR_HTTP_PORT=$((base + 4))
    export CURRENCY_GRPC_PORT=$((base + 5)) RANKING_GRPC_PORT=$((base + 6))
    export HISTORY_GRPC_PORT=$((base + 7)) INGESTOR_GRPC_PORT=$((base + 8))
    export CURRENCY_ADDRESS=127.0.0.1:$CURRENCY_GRPC_PORT RANKING_ADDRESS=127.0.0.1:$RANKING_GRPC_PORT
    export HISTORY_ADDRESS=127.0.0.1:$HISTORY_GRPC_PORT INGESTOR_ADDRESS=127.0.0.1:$INGESTOR_GRPC_PORT
    # Nobody listens there: the answers are those of the shipped files, whatever was published since.
    export ECB_BASE_URL=http://127.0.0.1:9
    host=127.0.0.1
    mkdir "$DATA_DIR"
    refuse_taken_ports
}

# shellcheck disable=SC2329 # called by a trap
leave_own_system() {
    local code=$?
    trap - EXIT
    stop_all || code=1
    if [ "$code" = 0 ]; then
        rm -rf "$work"
    else
        warn "$own_failure Stores and logs: $work"
    fi
    exit "$code"
}

# Starts the four services and waits until the shipped data has been delivered.
load_deadline_seconds=120
start_loaded() {
    local i started=$SECONDS
    for i in $currency $history $ranking $ingestor; do start "$i"; done
    wait_until_ready "${indices[@]}"
    until is_loaded; do
        [ $((SECONDS - started)) -lt "$load_deadline_seconds" ] || die "not loaded after $load_deadline_seconds s"
        for i in "${indices[@]}"; do is_running "$i" || { report_end "$i"; exit 1; }; done
        pause 0.2
    done
}

# Where the services listen, as seen from here.
host=$(setting BIND_HOST 127.0.0.1)
case $host in 0.0.0.0 | '::' | '') host=127.0.0.1 ;; esac
