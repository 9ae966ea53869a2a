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

# formatted: every source is as clang-format writes it.
formatted() {
    git ls-files '*.cpp' '*.hpp' | xargs clang-format --dry-run --Werror
}

# tidy: clang-tidy finds nothing in what ships, read as the preset ci compiles it, eight sources at once.
tidy() {
    find build/ci -path '*/Unity/*.cxx' | sort | xargs -P "$(nproc)" -n 1 clang-tidy -p build/ci --quiet \
        --extra-arg=-Wno-unknown-warning-option 2>"$work/tidy.log" || {
        grep -v 'warnings\? generated' "$work/tidy.log" || true
        refuse 'clang-tidy has findings; .clang-tidy says which count, and why not the others'
    }
}

# instrumented PRESET: the tests of core, archive, server, of the typesetter's threads and (thread) the office under the preset's sanitizer.
# Tests that kill a process of theirs are left out: they take minutes, and what they kill is not seen.
instrumented() {
    local program
    # shellcheck source=scripts/setup.sh
    source scripts/setup.sh
    # The office lends its rooms to threads.
    local programs=(core/core archive/archive server/server typeset/typeset_threads) targets=()
    if [ "$1" = thread ]; then programs+=(office/office); fi
    for program in "${programs[@]}"; do targets+=("${program#*/}_tests"); done
    build "$1" "${targets[@]}"
    for program in "${programs[@]}"; do
        "build/$1/tests/${program}_tests" --gtest_brief=1 --gtest_filter='-*Killed*'
    done
}

# shell_scripts: shellcheck finds nothing in any of them.
shell_scripts() {
    git ls-files '*.sh' run test .ci/run | xargs shellcheck --external-sources
}

# installed: what `cmake --install` puts into a folder works there, by its own templates and fonts.
installed() {
    local prefix=$work/installed profiles
    rm -rf "$prefix"
    cmake --install build/ci --prefix "$prefix" >/dev/null
    profiles=$prefix/share/gongbao/templates/profiles
    cp "$profiles/gongbao.toml" "$profiles/only-here.toml"
    "$prefix/bin/gongbao" typeset tests/data/plan.docx --profile only-here --quiet -o "$work/installed.pdf"
    sound_pdfs "$work/installed.pdf"
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

# by_hand COMMAND…: a command of gongbao whose findings, of level error too, do not matter here.
by_hand() {
    local code=0 log=$work/findings-$BASHPID.log
    "$@" 2>"$log" || code=$?
    [ "$code" -le 1 ] || refuse "it ended with $code: $*: $(tail -n 3 "$log")"
    rm -f "$log"
}

# same_from_all ARGUMENT…: gongbao prints the same file from the optimised build and the debug build, on one
# processor and on all, alone and beside other work that shuffles the threads.
same_from_all() {
    local out=$work/build-bytes/pdf run
    rm -rf "$out" && mkdir -p "$out"
    by_hand "$gongbao" "$@" -o "$out/first.pdf"
    by_hand taskset -c 0 "$gongbao" "$@" -o "$out/alone.pdf"
    by_hand build/dev/gongbao "$@" -o "$out/debug.pdf" &
    by_hand "$gongbao" "$@" -o "$out/beside.pdf" &
    by_hand nice "$gongbao" "$@" -o "$out/slow.pdf"
    wait
    for run in alone debug beside slow; do
        cmp "$out/first.pdf" "$out/$run.pdf" || refuse "$run gives other bytes: $*"
    done
    sha256sum "$out/first.pdf" | cut -c1-16
}

# same_bytes_of_builds SHARED: an issue, and the file with every element as a proof against an earlier version
# and for the printing house, are the same files whoever prints them.
same_bytes_of_builds() {
    local issue=$work/build-bytes elements=tests/data/torture.xml day=(--date 2026-01-01 --quiet) profile
    rm -rf "$issue" && mkdir -p "$issue"
    # shellcheck source=scripts/setup.sh
    source scripts/setup.sh
    configure dev  # which compiles each source by itself: one that needs what stands beside it in a unity build fails here
    cmake --build --preset dev --target gongbao >/dev/null || refuse 'the debug build failed'
    build/ci/bench/json_to_documents "$1/typeset/issue.json" "$issue/documents"
    for profile in gongbao gongwen; do
        same_from_all typeset "$issue"/documents/*.xml --profile "$profile" "${day[@]}"
    done
    earlier_version "$elements" >"$issue/earlier.xml"
    same_from_all typeset "$elements" --profile proof --against "$issue/earlier.xml" "${day[@]}"
    same_from_all typeset "$elements" tests/data/{figures,plan}.docx --profile gongbao --print-ready \
        --one-colour "${day[@]}"
}

# earlier_version XML: the document with other words in every seventh paragraph that can spare some.
earlier_version() {
    perl -CSD -Mutf8 -pe 's{<p>([^<]{4})[^<]{2}([^<]{6,})}{++$n % 7 ? $& : "<p>$1旧文$2"}ge' "$1"
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

# law_dates CORPUS: of real laws no day of effect and no last day is invented, and 99.5 in 100 are found.
law_dates() { python3 .ci/judge_dates.py build/ci/bench/intake_corpus "$(unpacked "$1" laws_fulltext)"; }

# search_corpus CORPUS: every answer over the real laws is exactly that of a scan.
search_corpus() { build/ci/bench/search_bench "$(unpacked "$1" laws_fulltext)" --each 10; }

# typeset_corpus CORPUS: of real texts no line and no page breaks a rule, and no character is lost on the way
# into the PDF.
typeset_corpus() {
    build/ci/bench/corpus_check --every 8 --pdf-every 24 templates/profiles fonts gongwen,gongbao \
        "$(unpacked "$1" laws_fulltext)" "$(unpacked "$1" work_reports)"
}

# same_structure CORPUS: headings, items, signers and notes of real texts are the same lists in canonical XML and PDF.
same_structure() {
    rm -rf "$work/renditions"
    build/ci/bench/renditions "$work/renditions" templates/profiles fonts 1 \
        "$(unpacked "$1" gov_html)" "$(unpacked "$1" gov_fulltext)"
    build/ci/bench/renditions "$work/renditions" templates/profiles fonts 24 "$(unpacked "$1" laws_fulltext)"
    /usr/bin/python3 .ci/same_structure.py "$work/renditions"
}

# shapes_of_text: drawn in every style, a character looks like itself and not like another.
shapes_of_text() { /usr/bin/python3 bench/fonts/read_back.py "$gongbao" "$work/shapes"; }

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

# prepare_verapdf: the validation library of veraPDF, in build/checks/verapdf.
prepare_verapdf() {
    if cmp -s .ci/verapdf/pom.xml "$work/verapdf/pom.xml" && [ -f "$work/verapdf/installed" ]; then
        return 0
    fi
    rm -rf "$work/verapdf"
    mkdir -p "$work/verapdf"
    cp .ci/verapdf/pom.xml "$work/verapdf"
    mvn -B -q -f "$work/verapdf/pom.xml" dependency:copy-dependencies \
        "-DoutputDirectory=$PWD/$work/verapdf/libraries"
    touch "$work/verapdf/installed"
}

# typeset ARGUMENT…: a document may have findings of level error; its pages are judged all the same.
typeset() { by_hand "$gongbao" typeset "$@" --quiet --date 2026-01-01; }

# set_for_conformance SHARED: what conforming_pdfs is to judge, in build/checks/conform: the issue and
# the year of the peers' bench; the sample and the files with every element, by every profile; a proof, prints
# for the printing house, an offprint; documents nobody should write.
# shellcheck disable=SC2034  # it takes names in braces for assignments
set_for_conformance() {
    local shared=$1 out=$work/conform year profile name file
    rm -rf "$out"
    mkdir -p "$out"
    xz -dc "$shared/typeset/annual.json.xz" >"$out/annual.json"
    for year in "$shared/typeset/issue.json" "$out/annual.json"; do
        name=$(basename "$year" .json)
        build/ci/bench/json_to_documents "$year" "$out/$name"
        typeset "$out/$name"/*.xml --profile gongbao -o "$out/$name.pdf"
    done
    for profile in templates/profiles/*.toml; do
        name=$(basename "$profile" .toml)
        typeset "$shared"/samples/*.txt --profile "$name" -o "$out/sample-$name.pdf"
        typeset tests/data/torture.xml --profile "$name" -o "$out/torture-$name.pdf"
        typeset tests/data/{torture.xml,figures.docx,plan.docx,order.html} --profile "$name" \
            -o "$out/together-$name.pdf"
    done
    typeset tests/data/{torture.xml,figures.docx,plan.docx,order.html} --profile gongbao \
        --print-ready --one-colour -o "$out/print-ready.pdf"
    typeset tests/data/{torture.xml,plan.docx} --profile gongwen --print-ready --bleed 0mm \
        -o "$out/print-ready-no-bleed.pdf"
    earlier_version tests/data/torture.xml >"$out/earlier.xml"
    typeset tests/data/torture.xml --profile proof --against "$out/earlier.xml" -o "$out/proof-against.pdf"
    typeset tests/data/torture.xml --profile gongbao --cite '《云岭省人民政府公报》2026年第3期第5页' \
        -o "$out/offprint.pdf"
    .ci/hard_documents.py "$out/hard"
    for file in "$out"/hard/*.html; do
        typeset "$file" --profile gongbao -o "$out/hard-$(basename "$file" .html).pdf"
    done
    for name in scripts tables; do
        typeset "$out/hard/$name.html" --profile large-print -o "$out/hard-$name-large-print.pdf"
    done
}

# prints_of_archive DATA FOLDER: the annual index of an archive, and previews of an issue that a desk has just
# made, the same from all builds.
prints_of_archive() {
    local desk=$work/desk
    rm -rf "$desk"
    same_from_all --data "$1" index 2026 --quiet
    cp "$work/build-bytes/pdf/first.pdf" "$2/index-2026.pdf"
    by_hand "$gongbao" --data "$desk" issue new 2026-7 --date 2026-04-15 --running 77 >/dev/null
    by_hand "$gongbao" --data "$desk" issue add 2026-7 -s 规章 \
        tests/data/{torture.xml,figures.docx,plan.docx} >/dev/null
    by_hand "$gongbao" --data "$desk" issue add-index 2026-7 2026 >/dev/null
    same_from_all --data "$desk" issue preview 2026-7
    cp "$work/build-bytes/pdf/first.pdf" "$2/preview.pdf"
    same_from_all --data "$desk" issue preview 2026-7 --print-ready --one-colour
    cp "$work/build-bytes/pdf/first.pdf" "$2/preview-print-ready.pdf"
}

# conforming_pdfs SHARED FILE…: PDF/A-3a and PDF/UA-1, by two validators, and sound.
conforming_pdfs() {
    local checker=$1/checks/pdf/check_pdfa_ua.py failed=0
    shift
    [ $# -gt 0 ] || refuse "there is no file to judge"
    sound_pdfs "$@"
    java -Xss8m -cp "$work/verapdf/libraries/*" .ci/verapdf/ValidatePdf.java 3a,ua1 "$@" || failed=1
    python3 "$checker" "$@" || failed=1
    return "$failed"
}

# valid_xml FOLDER: against the schema of Akoma Ntoso 3.0.
valid_xml() {
    local schema=../shared/checks/schema/akomantoso30.xsd
    xmllint --noout --nonet --schema "$schema" "$1"/*.xml 2>"$work/xml.log" ||
        refuse "$(grep -v ' validates$' "$work/xml.log" | head -n 20)"
    echo "$(grep -c ' validates$' "$work/xml.log") files"
}

"$@"
