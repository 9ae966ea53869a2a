#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# An office's first day in Chromium (office_day.mjs).
#   tests/office/browser/run.sh GONGBAO WORK [PICTURES]      WORK: a folder for its npm packages;
#   PICTURES: a folder for a picture of every screen
# Exit code 77 where there is no Chromium, no Node or no npm; then nothing was tried.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
gongbao=$(realpath "$1")
work=$2
for needed in chromium node npm; do
    command -v "$needed" >/dev/null || {
        printf 'not tried: there is no %s here\n' "$needed"
        exit 77
    }
done
mkdir -p "$work"
cp "$here"/*.mjs "$here/package.json" "$work"
cd "$work"
if ! cmp -s package.json node_modules/.installed; then
    npm install --ignore-scripts --no-audit --no-fund --silent
    cp package.json node_modules/.installed
fi
exec node office_day.mjs "$gongbao" "${@:3}"
