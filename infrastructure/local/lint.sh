#!/usr/bin/env bash
# The formatter's rules and the shell checks: lint.sh, or lint.sh --fix to format in place.

# shellcheck source=infrastructure/local/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

require_swift
# Generated code says in its first lines that the formatter is to leave it alone.
swift_code=(Package.swift Shared Services Tests)

if [ "${1:-}" = --fix ]; then
    swift format format --in-place --parallel --recursive "${swift_code[@]}"
    say "Formatted."
    exit 0
fi

require_command shellcheck shellcheck
swift format lint --strict --parallel --recursive "${swift_code[@]}" || die "the formatter's rules. Try: make format"
shellcheck --external-sources --source-path=SCRIPTDIR/../.. .ci/run infrastructure/local/*.sh ||
    die "the shell scripts (see above)"
say "Swift and shell code are clean."
