#!/usr/bin/env bash
# Lets others judge what the services say of their APIs and whether they keep to it: make check-api. Starts the real
# executables with the shipped data, then for each: openapi-spec-validator reads /openapi.json and /openapi.yaml, which
# must say the same, and Schemathesis asks what follows from them, well-formed and malformed, with a fixed seed.
#
#   openapi.sh [currency] [history] [ranking] [ingestor]   only those; all by default

# shellcheck source=infrastructure/local/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=infrastructure/local/system.sh
. "$root/infrastructure/local/system.sh"

seconds_per_service=${OPENAPI_SECONDS:-20}
seed=${OPENAPI_SEED:-1}
examples_per_operation=${OPENAPI_EXAMPLES:-20}
checks=not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance
checks=$checks,response_headers_conformance,negative_data_rejection,positive_data_acceptance
checks=$checks,unsupported_method,allow_header_conformance,missing_required_header,ignored_auth

require_command curl curl
require_command python3 python3
use_binaries "${CONFIGURATION:-debug}"

# The judges, in an environment of their own that is made anew when their list changes.
judges=$root/.build/openapi-judges
requirements=$root/infrastructure/local/openapi-requirements.txt
if ! cmp -s "$requirements" "$judges/requirements.txt"; then
    say "Installing the judges into ${judges#"$root/"}"
    rm -rf "$judges"
    python3 -m venv "$judges" 2>/dev/null || {
        require_package "Python's venv" python3-venv
        python3 -m venv "$judges"
    }
    "$judges/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements" ||
        die "could not install the judges: is there a network?"
    cp "$requirements" "$judges/requirements.txt"
fi

wanted=("$@")
[ $# -gt 0 ] || wanted=(currency history ranking ingestor)
chosen=()
for name in "${wanted[@]}"; do
    case $name in
    currency) chosen+=("$currency") ;;
    history) chosen+=("$history") ;;
    ranking) chosen+=("$ranking") ;;
    ingestor) chosen+=("$ingestor") ;;
    *) die "there is no service '$name': currency, history, ranking or ingestor" ;;
    esac
done

own_system 11000 "The judges found something; their documents and reports are there too."

# A key with every scope, so that the routes that need one are answered; shown once, in the line that has it.
key=$("$binaries/currency-service" keys create --tier premium --scope read --scope write --scope admin 2>/dev/null |
    grep -oE '[A-Za-z0-9_.-]{32,}' | head -n 1) || key=""

start_loaded

failed=0

# judge <index>
judge() {
    local product=${products[$1]} document=$work/${products[$1]} address
    address=http://$host:$(port_of "$1")
    get "$1" /openapi.json >"$document.json" || die "$product does not answer /openapi.json"
    get "$1" /openapi.yaml >"$document.yaml" || die "$product does not answer /openapi.yaml"
    get "$1" /docs >"$document.html" || die "$product does not answer /docs"
    grep -q '<html lang="en">' "$document.html" || die "$product answers something else at /docs"
    "$judges/bin/openapi-spec-validator" "$document.json" "$document.yaml" >"$document.validator" 2>&1 || {
        cat "$document.validator" >&2
        failed=1
    }
    "$judges/bin/python" "$root/Tests/Oracles/same_document.py" "$document.json" "$document.yaml" || failed=1
    say "  ok  $product: both documents are OpenAPI 3.1 and say the same"

    local options=()
    [ -z "$key" ] || options+=(--header "Authorization: Bearer $key")
    if "$judges/bin/schemathesis" --config-file "$root/infrastructure/local/schemathesis.toml" run "$document.json" --url "$address" --no-color --seed "$seed" \
        --phases examples,coverage,fuzzing --max-examples "$examples_per_operation" \
        --max-time "$seconds_per_service" --request-timeout "$request_seconds" --warnings off \
        --checks "$checks" ${options[@]+"${options[@]}"} >"$document.schemathesis" 2>&1; then
        say "  ok  $product: $(grep -E '[0-9]+ generated' "$document.schemathesis" | tr -s ' ' || true)"
    else
        tail -n 150 "$document.schemathesis" >&2
        failed=1
    fi
}

cd "$work" # where Schemathesis leaves what it remembers
for i in "${chosen[@]}"; do judge "$i"; done
cd "$root"

for i in "${indices[@]}"; do is_running "$i" || { report_end "$i"; failed=1; }; done
stop_all || die "a service did not stop cleanly"
[ "$failed" = 0 ] || die "the judges found something (see above)"
say "The judges found nothing."
