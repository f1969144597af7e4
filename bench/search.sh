#!/usr/bin/env bash
# How fast services are found among many: the starter data grown to each size (bench/grow.sql), the same questions through HTTP, and beside
# them, in the same run, raw Lucene on the same index and PostgreSQL's text search on the same table, both without HTTP, and a bare Vert.x handler.
# QUESTIONS says which kinds of question are asked, all if not said. A product that runs all day has compiled what it does often: each kind
# is asked for WARM_SECONDS before any is measured, and once more just before it is.
# usage: bench/search.sh [SIZE …]   (20000 100000 if not said; a million needs some 25 GB of disk and most of an hour)
set -euo pipefail
cd "$(dirname "$0")/.."
sizes=("${@:-20000}")
[ $# -gt 0 ] || sizes=(20000 100000)
seconds=${SECONDS_EACH:-5} connections=${CONNECTIONS:-2}
kinds=${QUESTIONS:-common-word two-words word-and-town typo need-near everything facets suggestions}
warm=${WARM_SECONDS:-10}
bare_seconds=$((seconds < 3 ? seconds : 3))
command -v wrk >/dev/null || { echo 'wrk is missing; on Debian: sudo apt-get install wrk' >&2; exit 1; }

work=$(mktemp -d)
chmod 755 "$work"
java="$(bin/jdk)/bin/java"
lib='backend/target/quarkus-app/lib/main/*'
pids=()
finish() {
  for pid in "${pids[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap finish EXIT

# a bare handler with these bytes; leaves its process in bare_pid and its port in bare
bare() {
  : >"$work/bare.port" # or the port of the one before would be read
  "$java" -Xmx256m -cp "backend/target/quarkus-app/lib/main/*" bench/BareServer.java 0 "$1" >"$work/bare.port" 2>"$work/bare.log" &
  bare_pid=$!
  pids+=("$bare_pid")
  until bare=$(head -n 1 "$work/bare.port") && [ -n "$bare" ]; do kill -0 "$bare_pid"; sleep 0.1; done
}
await() { for _ in $(seq 1 600); do curl -sf -o /dev/null "$1" && return; sleep 0.2; done; echo "no answer from $1" >&2; exit 1; }
drive() { URLS=$2 wrk -t1 -c"$connections" -d"$1s" -s bench/urls.lua "$3" | tail -1; }

mkdir "$work/questions"
node bench/questions.mjs "$work/questions" <backend/src/main/resources/data/portugal/places.csv

for size in "${sizes[@]}"; do
  home="$work/home"
  serve() {
    PORT=0 MANAGEMENT_PORT=0 BALCAO_HOME=$home BALCAO_WEB_DIR='' \
      JAVA_OPTS="-Xmx${HEAP:-1g} -Dbalcao.answers.bytes=0 ${JAVA_OPTS:-}" bin/serve >>"$work/log" 2>&1 &
    product=$!
    pids+=("$product")
    local ports
    ports=$(bin/ports "$product" "$home" 600) || { tail -n 30 "$work/log" >&2; exit 1; }
    read -r port management <<<"$ports"
    await "http://localhost:$management/q/health/ready"
  }
  serve
  "$java" -Xmx128m -cp "$lib" bench/Grow.java "$home" "$size" bench/grow.sql 2>/dev/null
  began=$(date +%s)
  # An index that was ready before answers while it falls behind; one that is opened behind answers only when it has caught up.
  kill -TERM "$product"; wait "$product" 2>/dev/null || true
  serve
  until curl -s "http://localhost:$port/api/services?search=apoio&per_page=1" | grep -q '"because"'; do
    kill -0 "$product" 2>/dev/null || { tail -n 30 "$work/log" >&2; exit 1; }
    sleep 1
  done
  built=$(($(date +%s) - began))
  echo "### $size services"
  echo
  echo "Index built in $built s; $(du -sm "$home/search" | cut -f1) MB on the disk."
  echo
  "$java" -Xmx512m --enable-native-access=ALL-UNNAMED -cp "$lib" bench/Rivals.java "$home" "$home"/search/*/lucene/services* 2>/dev/null >"$work/rivals"
  echo '| question | requests/s | p50 ms | p95 ms | p99 ms | raw Lucene p50, p95 | PostgreSQL p50, p95 | bare handler, same bytes: requests/s |'
  echo '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |'
  for kind in $kinds; do
    [ "$warm" = 0 ] || drive "$warm" "$work/questions/$kind" "http://localhost:$port" >/dev/null
  done
  for kind in $kinds; do
    questions="$work/questions/$kind"
    drive "$seconds" "$questions" "http://localhost:$port" >/dev/null
    read -r rps p50 p95 p99 errors <<<"$(drive "$seconds" "$questions" "http://localhost:$port")"
    [ "$errors" = 0 ] || echo "$kind: $errors answers were errors" >&2
    curl -s "http://localhost:$port$(head -1 "$questions")" >"$work/body"
    bare "$work/body"
    await "http://127.0.0.1:$bare/"
    drive "$bare_seconds" "$questions" "http://127.0.0.1:$bare" >/dev/null
    read -r least _ <<<"$(drive "$bare_seconds" "$questions" "http://127.0.0.1:$bare")"
    kill "$bare_pid"; wait "$bare_pid" 2>/dev/null || true
    rival() { awk -v who="$1" -v kind="$kind" '$1==who && $2==kind {print $3 ", " $4}' "$work/rivals"; }
    echo "| $kind | $rps | $p50 | $p95 | $p99 | $(rival Lucene) | $(rival PostgreSQL) | $least |"
  done
  echo
  echo "Memory of the program after the run: $(awk '/VmRSS/ {printf "%.0f", $2/1024}' "/proc/$product/status") MB resident."
  echo
  kill -TERM "$product"; wait "$product" 2>/dev/null || true
  rm -rf "$home"
done
