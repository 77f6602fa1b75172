#!/bin/sh
# Fuzzes targets one after the other, each for some seconds, and prints a row of figures for each.
#   tests/fuzz/run.sh 600           all of them, ten minutes each
#   tests/fuzz/run.sh 60 rtf html   these
# Corpora, logs and what was found lie in $FUZZ, else in tests/fuzz/corpus, which no one commits.
# On a machine that is busy otherwise a reading may take long: TIMEOUT=60 gives it more than five seconds.
set -eu
seconds=${1:?seconds for each target}
shift
folder=$(cd "$(dirname "$0")" && pwd)
cd "$folder"
found=${FUZZ:-$folder/corpus}
mkdir -p "$found/logs" "$found/artifacts"
# The same versions of libraries as in the program itself.
cp ../../Cargo.lock Cargo.lock
cargo="cargo +nightly fuzz"
triple=$(rustc -vV | sed -n 's/host: //p')
build="--fuzz-dir . --sanitizer none --codegen-units 16"
if [ "${BUILD:-yes}" = yes ]; then
    $cargo build $build
fi
binaries=${CARGO_TARGET_DIR:-$folder/target}/$triple/release
[ $# -gt 0 ] || set -- $("$binaries/seeds")

# Seconds of the processor that programs started here have taken, those that have ended; asked in a subshell it would be none.
look() {
    times >"$found/times"
    used=$(sed -n 2p "$found/times" | sed 's/[ms]/ /g' | awk '{ print int($1 * 60 + $2 + $3 * 60 + $4) }')
}
value() { sed -n "s/^stat::$2: *//p" "$1" | tail -n 1; }
echo "| target | executions | seconds | of the processor | edges (cov) | features (ft) | corpus | slowest, s | peak, MB | found |"
echo "|---|---|---|---|---|---|---|---|---|---|"
for target in "$@"; do
    "$binaries/seeds" "$target" "$found"
    case $target in
        # Their work grows with the text.
        pipeline | exports) longest=3000 ;;
        *) longest=65536 ;;
    esac
    log=$found/logs/$target.log
    mkdir -p "$found/artifacts/$target"
    start=$(date +%s)
    look
    before=$used
    "$binaries/$target" "$found/$target" -dict="$found/$target.dict" \
        -artifact_prefix="$found/artifacts/$target/" -max_total_time="$seconds" \
        -timeout="${TIMEOUT:-5}" -report_slow_units=2 -rss_limit_mb=500 -max_len=$longest \
        -print_final_stats=1 >"$log" 2>&1 || true
    took=$(($(date +%s) - start))
    look
    busy=$((used - before))
    last=$(grep -a ' cov: ' "$log" | tail -n 1)
    cov=$(echo "$last" | sed 's/.* cov: \([0-9]*\).*/\1/')
    ft=$(echo "$last" | sed 's/.* ft: \([0-9]*\).*/\1/')
    n_corpus=$(find "$found/$target" -type f | wc -l)
    n_found=$(find "$found/artifacts/$target" -type f | wc -l)
    echo "| $target | $(value "$log" number_of_executed_units) | $took | $busy | $cov | $ft | $n_corpus | $(value "$log" slowest_unit_time_sec) | $(value "$log" peak_rss_mb) | $n_found |"
done
