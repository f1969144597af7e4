#!/usr/bin/env bash
# Requests per second and latency of the API, beside a bare Vert.x handler that answers the same bytes, in one run on one machine.
# Each is driven in turn, ROUNDS times; the table gives medians. `bench/run.sh --write` also writes docs/bench.md.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${SECONDS_EACH:-5} rounds=${ROUNDS:-3} warming=${WARMING:-3} connections=${CONNECTIONS:-32}
if ! command -v wrk >/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get install -y -qq wrk >/dev/null
  else
    echo 'wrk is missing; on Debian: sudo apt-get install wrk' >&2
    exit 1
  fi
fi

work=$(mktemp -d)
java="$(bin/jdk)/bin/java"
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
await() { for _ in $(seq 1 200); do curl -sf -o /dev/null "$1" && return; sleep 0.2; done; echo "no answer from $1" >&2; exit 1; }
median() { sort -n | awk '{v[NR]=$1} END {print v[int((NR+1)/2)]}'; }

load=$(cut -d' ' -f1 /proc/loadavg)
PORT=0 MANAGEMENT_PORT=0 BALCAO_HOME="$work/home" bin/serve >"$work/product.log" 2>&1 &
product=$!
pids+=("$product")
read -r port _ <<<"$(bin/ports "$product" "$work/home")"
api="http://127.0.0.1:$port/api"
await "$api/services"
id=$(curl -s "$api/services?per_page=1" | node -pe 'JSON.parse(require("fs").readFileSync(0)).contents[0].id')

names=("list of 50" "one service, full" "search" "one service, not modified")
urls=("$api/services" "$api/services/$id" "$api/services?search=aulas+portugues" "$api/services/$id")
etag=$(curl -sI "$api/services/$id" | tr -d '\r' | sed -n 's/^etag: //Ip')

drive() { # url, out, optional header
  wrk -t1 -c"$connections" -d"${seconds}s" --latency ${3:+-H "$3"} "$1" >"$2"
}
requests() { sed -n 's/^Requests\/sec: *//p' "$1"; }
latency() { awk -v p="$2%" '$1==p {v=$2} END {n=v+0; if (v ~ /us$/) n/=1000; else if (v ~ /[0-9]s$/ && v !~ /ms$/) n*=1000; printf "%.2f", n}' "$1"; }
errors() { awk '/Non-2xx/ {print $NF}' "$1"; }

table="$work/table.md"
{
  echo "| request | bytes | requests/s | p50 ms | p99 ms | bare handler, same bytes: requests/s | ratio |"
  echo "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
} >"$table"
for k in "${!names[@]}"; do
  header=''
  [ "$k" = 3 ] && header="If-None-Match: $etag"
  curl -s ${header:+-H "$header"} "${urls[$k]}" >"$work/body"
  bare "$work/body"
  await "http://127.0.0.1:$bare/"
  for _ in $(seq "$warming"); do drive "${urls[$k]}" "$work/warm" "$header"; done
  drive "http://127.0.0.1:$bare/" "$work/warm"
  : >"$work/rps"; : >"$work/p50"; : >"$work/p99"; : >"$work/bare"
  for _ in $(seq "$rounds"); do
    drive "${urls[$k]}" "$work/out" "$header"
    [ -z "$(errors "$work/out")" ] || { echo "${names[$k]}: $(errors "$work/out") answers were errors" >&2; exit 1; }
    requests "$work/out" >>"$work/rps"; latency "$work/out" 50 >>"$work/p50"; echo >>"$work/p50"; latency "$work/out" 99 >>"$work/p99"; echo >>"$work/p99"
    drive "http://127.0.0.1:$bare/" "$work/out"
    requests "$work/out" >>"$work/bare"
  done
  kill "$bare_pid"; wait "$bare_pid" 2>/dev/null || true
  r=$(median <"$work/rps"); b=$(median <"$work/bare")
  printf '| %s | %d | %.0f | %s | %s | %.0f | %.2f |\n' "${names[$k]}" "$(stat -c %s "$work/body")" "$r" \
    "$(median <"$work/p50")" "$(median <"$work/p99")" "$b" "$(awk -v a="$r" -v b="$b" 'BEGIN {print a/b}')" >>"$table"
done
memory=$(awk '/VmRSS/ {printf "%.0f", $2/1024}' "/proc/$product/status")
cat "$table"
echo "Memory of the program after the run: $memory MB resident. $connections connections, $rounds rounds of $seconds s, $(nproc) cores shared with wrk and PostgreSQL; load average before: $load."
if [ "${1:-}" = --write ]; then
  {
    echo '# Figures'
    echo
    echo "\`make bench\` on $(nproc) cores, $(date -u +%F): the program, PostgreSQL, wrk and the bare handler share them. Medians of $rounds rounds of"
    echo "$seconds s at $connections connections; each round drives the product and then a bare Vert.x handler with the same bytes. Starter data."
    echo
    cat "$table"
    echo
    echo "Memory of the program after the run: $memory MB resident. Load average of the machine before it: $load."
  } >docs/bench.md
fi
