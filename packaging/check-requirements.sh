#!/bin/bash
# check-requirements.sh: what tests/README.md says is proved is proved. Every `folder/tst_name` there is a file, every `ID_…` function
# named in its row stands in one of these files, and every test function that carries an id has a row.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
status=0
say() { echo "tests/README.md: $*" >&2; status=1; }
while IFS='|' read -r _ id where _; do
    id=${id// /}
    [[ "$where" != *"not yet"* ]] || continue
    while read -r file; do
        [ -n "$file" ] || continue
        if [ ! -f "tests/$file.cpp" ]; then
            say "$id: there is no tests/$file.cpp"
        elif [[ "$where" != *vectors* ]] && ! grep -qE "\b([A-Z]+_[0-9]+_)*(${id//-/_}|$(grep -oE '[A-Z]+_[0-9]+' <<<"$where" || echo none))_[A-Za-z0-9_]+\(\)" "tests/$file.cpp"; then
            say "$id: no function of tests/$file.cpp carries this id"
        fi
    done < <(grep -oE '\b[a-z0-9]+/tst_[a-z0-9]+' <<<"$where" || true)
done < <(grep -E '^\| [A-Z]+-[0-9]+ \|' tests/README.md)
while read -r id; do
    grep -qE "^\| $id \|.*tst_" tests/README.md || say "$id is proved by a test and has no row that says so"
done < <(grep -rhoE 'void [A-Za-z0-9_]*\b(SSE|HTTP|FI)_[0-9]{2}[A-Za-z0-9_]*\(\);' tests --include='tst_*.cpp' \
    | grep -oE '(SSE|HTTP|FI)_[0-9]{2}' | tr _ - | sort -u)
exit $status
