# shellcheck shell=bash
# What every script here shares. Sourced, never run. Keeps to bash 3.2, which is what macOS ships.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"

# A terminal that has gone away is no reason to leave before what was started is stopped.
say() { printf '%s\n' "$*" || true; }
warn() { printf '%s\n' "$*" >&2 || true; }
die() {
    warn "error: $*"
    exit 1
}

apt_is_fresh=no

# Makes sure that a system package is there: installs it when this user may (root, apt), else prints the command.
#   require_package "what is missing" <debian package> [<homebrew formula>]
require_package() {
    local missing=$1 package=$2 formula=${3:-$2}
    if [ "$(uname -s)" = Darwin ]; then
        die "$missing is missing. Install it with: brew install $formula"
    elif ! command -v apt-get >/dev/null; then
        die "$missing is missing. On Debian it is the package $package; install what your system calls it."
    elif [ "$(id -u)" != 0 ]; then
        die "$missing is missing. Install it with: sudo apt-get update && sudo apt-get install -y $package"
    fi
    say "Installing $package ($missing is missing)"
    if [ "$apt_is_fresh" = no ]; then
        apt-get update -qq >/dev/null || die "apt-get update failed: is there a network?"
        apt_is_fresh=yes
    fi
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null ||
        die "could not install $package. Try: apt-get install -y $package"
}

# require_command <command> <debian package> [<homebrew formula>]
require_command() {
    command -v "$1" >/dev/null || require_package "the command $1" "${@:2}"
}

require_swift() {
    command -v swift >/dev/null || die "swift is missing. Install Swift 6.2 or newer from https://www.swift.org/install"
}

# build_products <configuration> <product>...: never the whole package, which would compile the protocol buffers compiler,
# a large C++ program that comes with a library and that nothing here uses.
build_products() {
    local configuration=$1 product
    shift
    for product in "$@"; do
        swift build --configuration "$configuration" --product "$product" || die "$product does not build (see above)"
    done
}

build_services() {
    build_products "$1" currency-service history-service ranking-service data-ingestor
}

# What a build needs besides Swift. macOS has SQLite in its SDK.
require_build_packages() {
    require_swift
    if [ "$(uname -s)" = Linux ] && [ ! -e /usr/include/sqlite3.h ]; then
        require_package "the SQLite header" libsqlite3-dev
    fi
}
