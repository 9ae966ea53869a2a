#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Sets the same issue with Gongbao, Typst and XeLaTeX, taking turns, and prints one Markdown table.
#   bench/peers/run.sh ISSUE.json|ISSUE.json.xz [RUNS]          the form of the file: issue_json.py
# Needs build/release with the benches, Node 20, and the Debian packages texlive-xetex,
# texlive-lang-chinese, texlive-latex-extra, texlive-fonts-recommended. Works in build/peers.
set -euo pipefail

issue=$(realpath "${1:?which issue? ISSUE.json or ISSUE.json.xz}")
runs=${2:-5}
peers=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$peers/../.." && pwd)
gongbao=$root/build/release/gongbao
name=$(basename "${issue%%.json*}")
work=$root/build/peers/$name
fonts=$work/fonts
export TZ=UTC SOURCE_DATE_EPOCH=1767225600

die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# prepare: the issue in each engine's own form; what this costs is not measured.
prepare() {
    mkdir -p "$fonts"
    cp "$root"/fonts/installed/Fandol{Fang,Song,Hei,Kai}-*.otf "$fonts"
    case $issue in
    *.xz) xz -dc "$issue" >"$work/issue.json" ;;
    *) cp "$issue" "$work/issue.json" ;;
    esac
    cp "$peers/style.typ" "$work"
    python3 -B "$peers/to_typst.py" "$work/issue.json" "$work/issue.typ"
    python3 -B "$peers/to_xelatex.py" "$work/issue.json" "$work/issue.tex" "$fonts"
    rm -rf "$work/documents"
    "$root/build/release/bench/json_to_documents" "$work/issue.json" "$work/documents"
    cp "$peers/package.json" "$peers/compile_typst.mjs" "$work/.."
    (cd "$work/.." && npm install --ignore-scripts --no-audit --no-fund --silent)
}

for program in xelatex node npm pdfinfo; do
    command -v "$program" >/dev/null || die "no $program here; see the head of this script"
done
[ -x "$gongbao" ] || die "build/release is not built; run ./test first"
prepare

profile=$root/bench/typeset/bench-peer.toml
set_by_gongbao="$gongbao typeset $work/documents/*.xml --profile $profile --date 2026-01-01"
set_by_gongbao+=" --title 公报 -o gongbao.pdf"
set_by_typst="node $work/../compile_typst.mjs $work/issue.typ typst.pdf $fonts"
set_by_latex="xelatex -interaction=batchmode $work/issue.tex"
python3 -B "$peers/measure.py" --runs "$runs" \
    "Gongbao=$work/gongbao.pdf=$set_by_gongbao" \
    "Typst 0.14.2, tagged=$work/typst.pdf=$set_by_typst" \
    "XeLaTeX and ctex, two passes=$work/issue.pdf=$set_by_latex && $set_by_latex"
