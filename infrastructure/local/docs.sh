#!/usr/bin/env bash
# Writes docs/configuration.md from what the executables say of their own settings.
#   docs.sh           writes it
#   docs.sh --check   writes nothing; fails and shows the difference when the committed page is not current

# shellcheck source=infrastructure/local/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=infrastructure/local/system.sh
. "$root/infrastructure/local/system.sh"

page=docs/configuration.md
use_binaries debug

fresh=$(mktemp)
trap 'rm -f "$fresh"' EXIT
{
    cat <<'TEXT'
# Configuration

Every setting comes from the environment, else from the file that `CONFIG_FILE` names (lines of `NAME=value`), else
from its default. A secret can come from a file instead: `NAME_FILE` holds its path. A value that cannot be understood
is never replaced by the default: the service lists everything that is wrong and ends with exit code 78.

This page is written by `make docs` from the executables; `<executable> --help` says the same.
TEXT
    for product in "${products[@]}"; do
        settings=$("$binaries/$product" settings)
        printf '\n## %s\n\n%s\n' "$product" "$settings"
    done
} >"$fresh"

if [ "${1:-}" = --check ]; then
    diff -u "$page" "$fresh" || die "$page is not what the executables say. Run: make docs"
    say "$page is current."
else
    cp "$fresh" "$page"
    say "Wrote $page."
fi
