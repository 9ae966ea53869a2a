#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# steps.sh STEP ARGUMENT…: the steps of .ci/run that take more than one command. Each prints what it
# found and ends with an error when it is not good enough.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

gongbao=build/ci/gongbao
work=build/checks

refuse() {
    printf '%s\n' "$*"
    exit 1
}

# sound_pdfs FILE…: well-formed, tagged, and every font embedded as a subset with its Unicode map.
sound_pdfs() {
    local file
    for file in "$@"; do
        qpdf --check "$file" >"$work/qpdf.log" 2>&1 || refuse "$file: $(cat "$work/qpdf.log")"
        pdfinfo "$file" | grep -q '^Tagged: *yes' || refuse "$file is not tagged"
        pdffonts "$file" | sed 1,2d >"$work/fonts.log"
        if grep -Ev ' yes +yes +yes +[0-9]+ +[0-9]+$' "$work/fonts.log"; then
            refuse "$file: these fonts are not embedded as subsets with a Unicode map"
        fi
    done
    echo "$# files"
}

# same_bytes FILE…: set twice by each profile, a document gives the same file.
same_bytes() {
    local profile run
    for profile in gongwen gongbao; do
        for run in first second; do
            "$gongbao" typeset "$@" --profile "$profile" --date 2026-01-01 \
                -o "$work/$profile-$run.pdf"
        done
        cmp "$work/$profile-first.pdf" "$work/$profile-second.pdf"
        sound_pdfs "$work/$profile-first.pdf"
    done
}

# unpacked CORPUS NAME: the file of that name as plain JSON lines; prints where it is.
unpacked() {
    xz -dc "$1/$2.jsonl.xz" >"$work/$2.jsonl"
    printf '%s\n' "$work/$2.jsonl"
}

# register_numbers CORPUS: nearly every number of a real register is read, and read right.
register_numbers() {
    python3 .ci/judge_numbers.py "$gongbao" "$(unpacked "$1" registry)"
}

# intake_corpus CORPUS: of real pages every field is right in 98 of 100, and no word is lost.
intake_corpus() {
    local pages gold least=98
    pages=$(unpacked "$1" gov_html)
    gold=$(unpacked "$1" gov_fulltext)
    build/ci/bench/intake_corpus pages "$pages" "$gold" | tee "$work/intake.log"
    awk -v least="$least" '
        $3 == "of" && $6 == "%" {fields++}
        $3 == "of" && $6 == "%" && $5 < least {print "below " least " %: " $1; bad = 1}
        END {exit bad || fields < 6}' "$work/intake.log"
}

# search_corpus CORPUS: every answer over the real laws is exactly that of a scan.
search_corpus() { build/ci/bench/search_bench "$(unpacked "$1" laws_fulltext)" --each 10; }

# typeset_corpus CORPUS: of real texts no line and no page breaks a rule, and no character is lost on the way
# into the PDF.
typeset_corpus() {
    build/ci/bench/corpus_check --every 8 --pdf-every 24 templates/profiles fonts gongwen,gongbao \
        "$(unpacked "$1" laws_fulltext)" "$(unpacked "$1" work_reports)"
}

# prepare_web_checks FOLDER: a copy of the checks with their npm packages, in build/checks/web.
prepare_web_checks() {
    if cmp -s "$1/package.json" "$work/web/package.json" && [ -f "$work/web/installed" ]; then
        return 0
    fi
    rm -rf "$work/web"
    cp -r --no-preserve=mode "$1" "$work/web"
    chmod +x "$work"/web/*.py "$work"/web/*.sh
    (cd "$work/web" && npm install --ignore-scripts --no-audit --no-fund)
    touch "$work/web/installed"
}

# answers BASE PROCESS: the site is up before the process gives up.
answers() {
    until curl -fsS --max-time 5 -o /dev/null "$1/healthz" 2>/dev/null; do
        kill -0 "$2" 2>/dev/null || refuse "the server ended: $(tail -n 20 "$work/server.log")"
        sleep 0.5
    done
    sed -n '1,12p' "$work/server.log"
}

# valid_xml FOLDER: against the schema of Akoma Ntoso 3.0.
valid_xml() {
    local schema=../shared/checks/schema/akomantoso30.xsd
    xmllint --noout --nonet --schema "$schema" "$1"/*.xml 2>"$work/xml.log" ||
        refuse "$(grep -v ' validates$' "$work/xml.log" | head -n 20)"
    echo "$(grep -c ' validates$' "$work/xml.log") files"
}

"$@"
