#!/bin/bash
# fuzz.sh BUILD SECONDS: runs each libFuzzer program of BUILD for so long. The corpus grows in BUILD/corpus; a finding lands in
# BUILD/findings and fails the run: put it into tests/fuzz/corpus/PROGRAM with its repair.
set -euo pipefail
build=$1 seconds=$2
mkdir -p "$build/findings"
# The words the decoders look for, so that the fuzzer need not guess them.
dictionary=$build/words.dict
grep -ohrE '"[a-z_]+"_L1' src/wire | sort -u | sed -E 's/^"([a-z_]+)"_L1$/"\\"\1\\""/' >"$dictionary"
programs=0
for program in "$build"/tests/fuzz/fuzz_*; do
    if [ ! -f "$program" ] || [ ! -x "$program" ]; then continue; fi
    name=$(basename "$program")
    corpus=$build/corpus/$name
    mkdir -p "$corpus"
    echo "== $name, $seconds s"
    "$program" "$corpus" "tests/fuzz/corpus/$name" tests/data/contract -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 \
        -max_len=65536 -dict="$dictionary" -artifact_prefix="$build/findings/$name-" -print_final_stats=1 -print_funcs=0 -verbosity=0 \
        >"$build/$name.log" 2>&1 || { tail -n 40 "$build/$name.log"; echo "$name found something: see $build/findings"; exit 1; }
    sed -n 's/^stat::number_of_executed_units: */inputs tried: /p' "$build/$name.log"
    programs=$((programs + 1))
done
[ $programs -gt 0 ] || { echo "no fuzz program in $build/tests/fuzz" >&2; exit 1; }
