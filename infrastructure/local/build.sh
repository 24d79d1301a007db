#!/usr/bin/env bash
# Builds the services: build.sh debug|release. The stamp it leaves lets make skip a build that is current.

# shellcheck source=infrastructure/local/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

configuration=${1:-debug}
require_build_packages

# The stamp is as old as the start of the build: what is edited meanwhile is newer than it.
# Resolving comes first because it may write Package.resolved, which the stamp must not be older than.
swift package resolve
touch ".build/$configuration.building"
say "Building ($configuration). The first time compiles the libraries too and takes several minutes."
build_services "$configuration"
mv ".build/$configuration.building" ".build/$configuration.built"
