#!/bin/bash
# check-translations.sh: the catalogues fit the sources (lupdate changes nothing) and are complete.
# That placeholders and shortcuts survive translation is tested by tests/translations.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp translations/*.ts "$copy"
packaging/update-translations.sh "$copy" >/dev/null

bad=0
for file in translations/*.ts; do
    if ! diff -u "$file" "$copy/$(basename "$file")" | sed -n '1,40p;41i\…'; then
        echo "$file does not fit the sources: run \"make translations\" and translate what is new"
        bad=1
    fi
    if grep -nE 'type="(unfinished|vanished|obsolete)"' "$file"; then
        echo "$file: these texts are not translated, or not used any more"
        bad=1
    fi
done
[ $bad = 0 ] && echo "$(grep -c '<message' translations/desk_de.ts || true) texts"
exit $bad
