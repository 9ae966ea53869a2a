# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What ./run, ./test and .ci/run share: packages, fonts, configuring and building. Sourced by bash
# after `set -euo pipefail`.
#
# Every step first looks whether there is anything to do, so a second call needs neither the network
# nor root.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export LC_ALL=C.UTF-8

say() { printf '==> %s\n' "$*"; }
die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# as_root COMMAND…: runs it as root, by sudo when we are somebody else.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "this needs root and there is no sudo here; as root, run: $*"
    fi
}

# packages_of SECTION: the names that scripts/packages.txt lists there, sorted, one a line.
packages_of() {
    sed 's/#.*//' "$root/scripts/packages.txt" |
        awk -v section="[$1]" '/^\[/ {inside = $1 == section; next} inside && NF {print $1}' | sort
}

# missing_packages SECTION: those of it that are not installed.
missing_packages() {
    dpkg-query -W -f='${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u |
        comm -13 - <(packages_of "$1")
}

# install_packages SECTION: installs what is missing of it; asks apt nothing when nothing is.
install_packages() {
    command -v dpkg-query >/dev/null ||
        die "this set-up is for Debian 12; elsewhere see scripts/packages.txt and use CMake"
    local missing
    mapfile -t missing < <(missing_packages "$1")
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600)
    as_root "${apt[@]}" update || die "apt-get update failed; is there a network?"
    as_root "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null ||
        die "apt-get could not install all of: ${missing[*]}"
}

# configure PRESET: writes build/PRESET once; later changes of CMake files are ninja's to notice.
configure() {
    [ ! -f "$root/build/$1/build.ninja" ] || return 0
    local launcher=()
    if command -v ccache >/dev/null; then launcher=(-D CMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
    say "Configuring build/$1"
    (cd "$root" && cmake --preset "$1" "${launcher[@]}" >/dev/null) ||
        die "CMake could not configure build/$1"
}

# build PRESET [TARGET…]: compiles the targets, or everything.
build() {
    local preset=$1
    shift
    configure "$preset"
    say "Building build/$preset (the first time takes some minutes)"
    (cd "$root" && cmake --build --preset "$preset" ${1:+--target "$@"}) ||
        die "build/$preset could not be built"
}

# set_up: everything that building and testing needs.
set_up() {
    install_packages base
    "$root/fonts/install.sh"
}
