#!/bin/bash
# lint.sh [--tidy-all] [CHECK…]: every check that needs no running program, or only those named. Prints one line a check, all of
# what failed, and fails at the end. packaging/test-lint.sh proves that each check fails when it should.
# clang-tidy looks at the files that differ from the main branch (--tidy-all: at all of them); everything else looks at everything.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
export LC_ALL=C.UTF-8
tidy_all=0
if [ "${1:-}" = --tidy-all ]; then
    tidy_all=1
    shift
fi
only=("$@")

if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    list() { git ls-files -co --exclude-standard -- "$@" | while read -r file; do [ ! -e "$file" ] || echo "$file"; done; }
else
    list() { for pattern in "$@"; do find . -path ./build -prune -o -type f -name "${pattern##*/}" -print; done | sed 's|^\./||'; }
fi
mapfile -t sources < <(list '*.cpp' '*.h' | sort -u)
mapfile -t scripts < <({ list '*.sh'; echo .ci/run; } | sort -u)
failed=()

# check NAME COMMAND…: silent when it succeeds, its whole output when not.
check() {
    local name=$1 output started=$SECONDS
    shift
    [ ${#only[@]} = 0 ] || [[ " ${only[*]} " = *" ${name// /-} "* ]] || return 0
    if output=$("$@" 2>&1); then
        printf 'ok    %-20s %3d s%s\n' "$name" $((SECONDS - started)) "${output:+   $(tail -n 1 <<<"$output")}"
    else
        printf 'FAIL  %s\n%s\n' "$name" "$output"
        failed+=("$name")
    fi
}

# Without a program a check is left out, aloud; in CI that is a failure.
need() {
    for program in "$@"; do
        command -v "$program" >/dev/null && return 0
    done
    echo "skip  $1 is not installed"
    [ -z "${CI:-}" ] || failed+=("$1 missing")
    return 1
}

formatting() {
    local tool=clang-format-14
    command -v $tool >/dev/null || tool=clang-format
    printf '%s\0' "${sources[@]}" | xargs -0 "$tool" --dry-run -Werror
}

# One line a rule: what must not occur (extended regular expression), where it may, and why.
forbidden() {
    local bad=0 pattern allowed why hits
    while IFS=$'\t' read -r pattern allowed why; do
        hits=$(grep -nE -- "$pattern" "${sources[@]}" /dev/null | grep -vE "^($allowed)" | grep -vE '^[^:]*:[0-9]+: *(//|\*)')
        if [ -n "$hits" ]; then
            printf '%s\n  -> %s\n' "$hits" "$why"
            bad=1
        fi
    done <packaging/forbidden.tsv
    return $bad
}

file_rules() {
    local bad=0 file most
    for file in "${sources[@]}"; do
        [[ "$file" =~ ^[a-z0-9_/.-]+$ ]] || { echo "$file: file names are lower case"; bad=1; }
        # A test is a list of cases, not a class: it may be twice as long.
        [[ "$file" = tests/* ]] && most=1000 || most=500
        [ "$(wc -l <"$file")" -le $most ] || { echo "$file: more than $most lines"; bad=1; }
        [[ "$file" != *.h ]] || grep -q '^#pragma once' "$file" || { echo "$file: no #pragma once"; bad=1; }
    done
    # Two classes of one name in one program are one to the linker, which takes either's destructor.
    local twice
    twice=$(list 'src/*.h' | grep -v '^src/localserver/' | xargs grep -hoE '^(class|struct) [A-Za-z]+( final)?( : [^;]*)?$' |
        awk '{print $2}' | sort | uniq -d)
    [ -z "$twice" ] || { echo "more than one class of this name: $twice"; bad=1; }
    # A label guesses what its text is, and opens the pictures of what it takes for HTML (REND-02).
    for file in ui/*.ui; do
        [ "$(grep -c 'class="QLabel"' "$file")" = "$(grep -c '<enum>Qt::PlainText</enum>' "$file")" ] ||
            { echo "$file: a label without textFormat Qt::PlainText"; bad=1; }
    done
    for file in "${scripts[@]}"; do
        [ -x "$file" ] || { echo "$file: not executable"; bad=1; }
    done
    while read -r file; do
        case $file in
            CMakeLists.txt | CMakePresets.json | Makefile | README.md | CONTRIBUTING.md | CHANGELOG.md | LICENSE | .[a-z]*) ;;
            src/* | ui/* | resources/* | translations/* | tests/* | packaging/*) ;;
            *) echo "$file: no place for this; see the folder table in README.md"; bad=1 ;;
        esac
    done < <(list '*')
    return $bad
}

# Left out because cppcheck 2.10 errs: accessMoved (a Result still tells after a move whether it held a value),
# danglingTempReference (references bound to a ?: of two lasting objects), containerOutOfBounds (QList's +=),
# passedByValue (deduction guides; clang-tidy looks for it as well), ignoredReturnValue (toDouble(&ok))
# and CastIntegerToAddressAtReturn (getters of pointer members).
run_cppcheck() {
    cppcheck -q -j 2 --language=c++ --std=c++20 --library=qt --enable=warning,performance,portability --inline-suppr \
        --suppress=missingInclude --suppress=unknownMacro --suppress=syntaxError --suppress=internalAstError \
        --suppress=accessMoved --suppress=danglingTempReference --suppress=containerOutOfBounds \
        --suppress=passedByValue --suppress=ignoredReturnValue --suppress=CastIntegerToAddressAtReturn \
        --error-exitcode=1 --template='{file}:{line}: {severity} {id}: {message}' \
        -DQ_OBJECT= -DQ_SIGNALS=protected -DQ_SLOTS= -DQ_EMIT= -I src "${cpp[@]}"
}

# Files that differ from the main branch, committed or not; on the main branch itself, from the commit before.
changed() {
    local base
    base=$(git merge-base HEAD origin/main 2>/dev/null || git merge-base HEAD main 2>/dev/null) || return 0
    [ "$base" != "$(git rev-parse HEAD)" ] || base=$(git rev-parse -q --verify HEAD~1) || base=$(git hash-object -t tree /dev/null)
    { git diff --name-only --diff-filter=d "$base" -- 'src/*.cpp'; git ls-files -o --exclude-standard -- 'src/*.cpp'; } | sort -u
}

run_tidy() {
    local tool=clang-tidy-19 files
    command -v $tool >/dev/null || tool=clang-tidy
    if [ $tidy_all = 1 ]; then
        mapfile -t files < <(list 'src/*.cpp')
    else
        # A bound keeps CI within its time when everything is new; "make tidy" sees the rest.
        mapfile -t files < <(changed | head -n "${TIDY_MAX:-4}")
    fi
    [ ${#files[@]} -gt 0 ] || { echo "no changed files"; return 0; }
    # moc's and uic's output must be there to be included. GCC's precompiled headers are of no use to it.
    # shellcheck disable=SC2046
    ninja -C build --quiet $(ninja -C build -t targets all | sed -n 's/^\([a-z_-]*_autogen\): phony$/\1/p') || return 1
    printf '%s\0' "${files[@]}" | xargs -0 -P 2 -n 4 "$tool" -p build --quiet --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-ignored-gch || return 1
    echo "${#files[@]} files"
}

# One version, said in five places.
versions() {
    local version bad=0 file
    version=$(sed -n 's/^project(.* VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt | tail -n 1)
    for file in CHANGELOG.md packaging/debian/changelog packaging/linux/*.metainfo.xml packaging/man/*.1; do
        grep -qF "$version" "$file" || { echo "$file does not name version $version of CMakeLists.txt"; bad=1; }
    done
    return $bad
}

run_appstream() {
    # The id has no domain because the project owns none.
    appstreamcli validate --no-net --override=cid-desktopapp-is-not-rdns=info packaging/linux/*.metainfo.xml
}

mapfile -t cpp < <(printf '%s\n' "${sources[@]}" | grep '\.cpp$')
need clang-format-14 clang-format && check formatting formatting
check "forbidden patterns" forbidden
check "file rules" file_rules
check layers packaging/check-layers.sh
check requirements packaging/check-requirements.sh
check versions versions
check translations packaging/check-translations.sh
need shellcheck && check shellcheck shellcheck "${scripts[@]}"
need desktop-file-validate && check "desktop file" desktop-file-validate packaging/linux/*.desktop
need appstreamcli && check appstream run_appstream
need cppcheck && check cppcheck run_cppcheck
need clang-tidy-19 clang-tidy && check clang-tidy run_tidy

if [ ${#failed[@]} -gt 0 ]; then
    printf 'lint failed: %s\n' "$(printf '%s, ' "${failed[@]}" | sed 's/, $//')"
    exit 1
fi
echo "lint passed"
