#!/usr/bin/env bash
# Generates Shared/Contracts/Generated from Protos/.
#   protos.sh           writes what has changed, removes what no proto makes any more
#   protos.sh --check   writes nothing; fails and shows the difference when the committed code is not current

# shellcheck source=infrastructure/local/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

generated=Shared/Contracts/Generated
options=Visibility=Package,UseAccessLevelOnImports=true,FileNaming=PathToUnderscores

require_build_packages
require_command protoc protobuf-compiler protobuf

# The plugins come from the packages the project depends on, so their version is the library's.
build() { swift build --quiet --product "$1" || die "could not build $1"; }
build protoc-gen-swift
build protoc-gen-grpc-swift-2
plugins=$(swift build --show-bin-path)

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT

find Protos -name '*.proto' -print0 | sort -z | xargs -0 protoc \
    --proto_path=Protos \
    --plugin=protoc-gen-swift="$plugins/protoc-gen-swift" \
    --plugin=protoc-gen-grpc-swift-2="$plugins/protoc-gen-grpc-swift-2" \
    --swift_out="$options:$fresh" \
    --grpc-swift-2_out="$options:$fresh" ||
    die "protoc refused the files in Protos/ (see above)"

# A plugin writes an empty file for a proto that has nothing for it.
for file in "$fresh"/*.swift; do
    ! grep -q '^// This file contained no ' "$file" || rm "$file"
done

if [ "${1:-}" = --check ]; then
    diff -ru "$generated" "$fresh" || die "$generated is not what Protos/ says. Run: make protos"
    say "$generated is current."
    exit 0
fi

mkdir -p "$generated"
for file in "$generated"/*.swift; do
    [ ! -e "$file" ] || [ -e "$fresh/${file##*/}" ] || rm "$file"
done
# A file that did not change keeps its date, so that nothing is compiled again for it.
for file in "$fresh"/*.swift; do
    cmp -s "$file" "$generated/${file##*/}" || cp "$file" "$generated/"
done
say "$generated: $(find "$generated" -name '*.swift' | wc -l | tr -d ' ') files from $(find Protos -name '*.proto' | wc -l | tr -d ' ') protos."
