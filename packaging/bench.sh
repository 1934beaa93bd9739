#!/bin/bash
# bench.sh BUILD: builds every bench_… program in BUILD and runs it; each prints JSON lines, which go to standard output.
# Where node and npm are, the packages we are measured against are installed once, into BUILD/bench-node; without them the lines
# of those benchmarks have no baseline.
set -euo pipefail
build=$1
mapfile -t benches < <(ninja -C "$build" -t targets all | sed -n 's/^\(bench_[a-z0-9_]*\): phony$/\1/p' | grep -v _autogen | sort -u)
[ ${#benches[@]} -gt 0 ] || { echo "there are no benchmarks in $build" >&2; exit 1; }
ninja -C "$build" -j "${JOBS:-2}" --quiet "${benches[@]}" >&2

node_side() {
    local folder=$1
    if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
        echo "node or npm is not installed: no baseline from them" >&2
        return
    fi
    if [ ! -d "$folder/node_modules/eventsource" ] || [ ! -d "$folder/node_modules/eventsource-parser" ]; then
        mkdir -p "$folder"
        npm install --prefix "$folder" --silent --no-audit --no-fund eventsource@4 eventsource-parser@3 >&2 ||
            { echo "npm could not install eventsource and eventsource-parser: no baseline from them" >&2; return; }
    fi
    cp "$(dirname "${BASH_SOURCE[0]}")"/../tests/bench/node/*.mjs "$folder/"
    export DESK_BENCH_NODE=$folder/streams.mjs DESK_BENCH_PARSER=$folder/parser.mjs
}
node_side "$(realpath "$build")/bench-node"

status=0
for bench in "${benches[@]}"; do
    program=$(find "$build/bin" "$build/tests" -maxdepth 1 -name "$bench" -type f | head -n 1)
    if ! output=$(QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 "$program" 2>&1); then
        printf '%s\n%s failed\n' "$output" "$bench" >&2
        status=1
    fi
    grep '^{' <<<"$output" || { printf '%s\n%s printed no JSON line\n' "$output" "$bench" >&2; status=1; }
done
exit $status
