#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Sets issues with Gongbao, Typst, XeLaTeX and, on request, Chromium, taking turns, and prints one Markdown table
# an issue.
#   bench/peers/run.sh [--runs N] [--with-chromium] ISSUE.json|ISSUE.json.xz …   the form of the files: issue_json.py
# Needs build/release with the benches, Node 20, and the Debian packages texlive-xetex,
# texlive-lang-chinese, texlive-latex-extra, texlive-fonts-recommended (and chromium). Works in build/peers, where
# the PDFs of the last run stay: gongbao.pdf, typst.pdf, issue.pdf (XeLaTeX), chromium.pdf.
set -euo pipefail

peers=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$peers/../.." && pwd)
gongbao=$root/build/release/gongbao
export TZ=UTC SOURCE_DATE_EPOCH=1767225600

die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# prepare ISSUE: the issue in each engine's own form; what this costs is not measured. Sets `name` and `work`.
prepare() {
    local issue
    issue=$(realpath "$1")
    name=$(basename "${issue%%.json*}")
    work=$root/build/peers/$name
    mkdir -p "$work/fonts"
    cp "$root"/fonts/installed/Fandol{Fang,Song,Hei,Kai}-*.otf "$work/fonts"
    case $issue in
    *.xz) xz -dc "$issue" >"$work/issue.json" ;;
    *) cp "$issue" "$work/issue.json" ;;
    esac
    cp "$peers/style.typ" "$work"
    python3 -B "$peers/to_typst.py" "$work/issue.json" "$work/issue.typ"
    python3 -B "$peers/to_xelatex.py" "$work/issue.json" "$work/issue.tex" "$work/fonts"
    python3 -B "$peers/to_html.py" "$work/issue.json" "$work/issue.html" "$work/fonts"
    rm -rf "$work/documents"
    "$root/build/release/bench/json_to_documents" "$work/issue.json" "$work/documents" >/dev/null
}

# measure: the engines taking turns on the issue prepared last.
measure() {
    local profile=$root/bench/typeset/bench-peer.toml browser
    local set_by_gongbao="$gongbao typeset $work/documents/*.xml --profile $profile --date 2026-01-01"
    # The other engines carry no source either.
    set_by_gongbao+=" --title 公报 --no-source -q -o gongbao.pdf"
    local set_by_typst="node $work/../compile_typst.mjs $work/issue.typ typst.pdf $work/fonts"
    local set_by_latex="xelatex -interaction=batchmode $work/issue.tex"
    local engines=("Gongbao=$work/gongbao.pdf=$set_by_gongbao"
        "Typst 0.14.2, tagged=$work/typst.pdf=$set_by_typst"
        "XeLaTeX and ctex, two passes=$work/issue.pdf=$set_by_latex && $set_by_latex")
    if [ "$with_chromium" = yes ]; then
        browser="chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer"
        browser+=" --generate-pdf-document-outline --user-data-dir=\$PWD/profile --print-to-pdf=chromium.pdf"
        engines+=("Chromium, tagged=$work/chromium.pdf=$browser file://$work/issue.html 2>/dev/null")
    fi
    printf '\n%s: %s bytes of JSON; median of %s\n\n' "$name" "$(stat -c %s "$work/issue.json")" "$runs"
    python3 -B "$peers/measure.py" --runs "$runs" "${engines[@]}"
}

runs=5
with_chromium=no
issues=()
while [ $# -gt 0 ]; do
    case $1 in
    --runs) runs=${2:?how many runs?} && shift ;;
    --with-chromium) with_chromium=yes ;;
    *) issues+=("$1") ;;
    esac
    shift
done
[ ${#issues[@]} -gt 0 ] || die "which issue? ISSUE.json or ISSUE.json.xz"
for program in xelatex node npm pdfinfo; do
    command -v "$program" >/dev/null || die "no $program here; see the head of this script"
done
[ -x "$gongbao" ] || die "build/release is not built; run ./test first"
mkdir -p "$root/build/peers"
cp "$peers/package.json" "$peers/compile_typst.mjs" "$root/build/peers"
(cd "$root/build/peers" && npm install --ignore-scripts --no-audit --no-fund --silent)
for issue in "${issues[@]}"; do
    prepare "$issue"
    measure
done
