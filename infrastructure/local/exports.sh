#!/usr/bin/env bash
# Lets the tools that the exports are made for read them: make check-exports. Starts the real history service and
# ingestor with the shipped data; then CurrencyConverter from PyPI, hledger, ledger and bean-check read what is exported,
# and what they say is held against the shipped file.

# shellcheck source=infrastructure/local/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=infrastructure/local/system.sh
. "$root/infrastructure/local/system.sh"

require_command curl curl
require_command python3 python3
require_command hledger hledger
require_command ledger ledger
require_command bean-check beancount
use_binaries "${CONFIGURATION:-debug}"

# What is read by Python, in an environment of its own that is made anew when its list changes.
judges=$root/.build/export-judges
requirements=$root/infrastructure/local/exports-requirements.txt
if ! cmp -s "$requirements" "$judges/requirements.txt"; then
    say "Installing the readers into ${judges#"$root/"}"
    rm -rf "$judges"
    python3 -m venv "$judges" 2>/dev/null || {
        require_package "Python's venv" python3-venv
        python3 -m venv "$judges"
    }
    "$judges/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements" ||
        die "could not install the readers: is there a network?"
    cp "$requirements" "$judges/requirements.txt"
fi

own_system 11000 "A tool did not take an export; the files are there too."
for i in $history $ingestor; do start "$i"; done
wait_until_ready $history $ingestor

started=$SECONDS
until [ "$(freshness "$ingestor" first_load)" = "done" ] &&
    [ "$(loaded_days)" = "$(accepted_days)" ]; do
    [ $((SECONDS - started)) -lt "$load_deadline_seconds" ] || die "not loaded after $load_deadline_seconds s"
    for i in $history $ingestor; do is_running "$i" || { report_end "$i"; exit 1; }; done
    pause 0.2
done

mkdir "$work/exports"
"$judges/bin/python" "$root/Tests/Oracles/history/exports/other_tools.py" \
    "$root/Services/Ingestor/Seed/eurofxref-hist.csv" "http://$host:$(port_of $history)/export" "$work/exports"

stop_all || die "a service did not stop cleanly"
say "Other tools read the exports."
