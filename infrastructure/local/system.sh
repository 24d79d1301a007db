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

# Where the services listen, as seen from here.
host=$(setting BIND_HOST 127.0.0.1)
case $host in 0.0.0.0 | '::' | '') host=127.0.0.1 ;; esac
