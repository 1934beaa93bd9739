#!/bin/bash
# fuzz.sh BUILD SECONDS: runs each libFuzzer program of BUILD for so long. The corpus grows in BUILD/corpus; a finding lands in
# BUILD/findings and fails the run.
set -euo pipefail
build=$1 seconds=$2
mkdir -p "$build/findings"
for program in "$build"/tests/fuzz/fuzz_*; do
    [ -f "$program" ] || continue
    name=$(basename "$program")
    corpus=$build/corpus/$name
    mkdir -p "$corpus"
    echo "== $name, $seconds s"
    "$program" "$corpus" "tests/fuzz/corpus/$name" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -max_len=65536 \
        -artifact_prefix="$build/findings/" -print_final_stats=1 -verbosity=0 >"$build/$name.log" 2>&1 \
        || { tail -n 60 "$build/$name.log"; echo "$name found something: see $build/findings"; exit 1; }
    sed -n 's/^stat::number_of_executed_units: */inputs tried: /p' "$build/$name.log"
done
