#!/usr/bin/env bash
# Prints what the forecasts of ten pairs were worth in those pairs' own past, as the history service itself answers it, in
# the form of the tables in docs/forecast.md. Starts the real executables with the shipped data, or asks a service that
# is running: HISTORY_URL=http://127.0.0.1:8003 infrastructure/local/forecast-report.sh
#
# PAIRS ("USD/KRW JPY/KRW …") may be set.

# shellcheck source=infrastructure/local/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=infrastructure/local/system.sh
. "$root/infrastructure/local/system.sh"

pairs=${PAIRS:-USD/KRW JPY/KRW EUR/KRW CNY/KRW GBP/KRW THB/KRW TRY/KRW EUR/USD GBP/USD ISK/EUR}

require_command python3 python3
if [ -z "${HISTORY_URL:-}" ]; then
    require_command curl curl
    use_binaries "${CONFIGURATION:-debug}"
    own_system 23000 "The report failed."
    start_loaded
    HISTORY_URL=http://$host:$HISTORY_HTTP_PORT
fi
# shellcheck disable=SC2086 # one word for each pair
python3 "$root/infrastructure/local/forecast_report.py" "$HISTORY_URL" $pairs
