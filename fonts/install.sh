#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Puts the Fandol fonts into fonts/installed/ and checks that every face of fonts.toml is there.
#
# Debian ships Fandol only inside texlive-lang-chinese, which pulls in TeX: so that package is
# downloaded and its Fandol folder unpacked, nothing is installed. The other faces are used where
# their Debian packages put them. Does nothing when nothing is missing.
set -euo pipefail

fonts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
package=texlive-lang-chinese
otfs=./usr/share/texlive/texmf-dist/fonts/opentype/public/fandol
licence=./usr/share/doc/texlive-doc/fonts/fandol/COPYING

die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

fandol_is_whole() {
    [ -d "$fonts/installed" ] &&
        (cd "$fonts/installed" && sha256sum --check --status "$fonts/fandol.sha256" 2>/dev/null)
}

install_fandol() {
    local work sandbox=()
    work=$(mktemp -d)
    # shellcheck disable=SC2064  # the folder of now
    trap "rm -rf '$work'" EXIT
    # apt's own user may not write into our folder; as root, download as root.
    if [ "$(id -u)" = 0 ]; then sandbox=(-o APT::Sandbox::User=root); fi
    printf '==> Fetching the Fandol fonts from %s (49 MB)\n' "$package"
    (cd "$work" && apt-get -qq "${sandbox[@]}" download "$package") ||
        die "apt-get could not download $package; is there a network, was apt-get update run?"
    dpkg-deb --fsys-tarfile "$work/$package"_*.deb |
        tar -x -C "$work" --wildcards "$otfs" "$licence*" ||
        die "$package holds no Fandol fonts where they are expected"
    mkdir -p "$fonts/installed"
    mv -f "$work/$otfs"/*.otf "$work/$licence"* "$fonts/installed/"
    fandol_is_whole ||
        die "the Fandol fonts of this $package are not those of Debian 12 (fonts/fandol.sha256)"
}

# check_catalogue: every file that fonts.toml names can be read.
check_catalogue() {
    local file path
    while read -r file; do
        case $file in /*) path=$file ;; *) path=$fonts/installed/$file ;; esac
        [ -r "$path" ] || die "no font file $path; fonts/fonts.toml names its package"
    done < <(sed -n 's/^file *= *"\(.*\)".*/\1/p' "$fonts/fonts.toml" | sort -u)
}

fandol_is_whole || install_fandol
check_catalogue
