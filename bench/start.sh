#!/usr/bin/env bash
# Seconds from the start of the program until it is ready, with the starter data alone and with as many services as are said, in one run: the
# database's data is grown by bench/grow.sql, then the program is ended and started again. Also how long until the index has caught up; in between
# PostgreSQL answers. CATCH_UP=no leaves out to wait for the index (some 16 minutes for a million).
# usage: bench/start.sh [SIZE …]   (100000 if not said; a million needs some 25 GB of disk)
set -euo pipefail
cd "$(dirname "$0")/.."
sizes=("${@:-100000}")
limit=${LIMIT:-20}
work=$(mktemp -d)
chmod 755 "$work"
java="$(bin/jdk)/bin/java"
product=
finish() {
  if [ -n "$product" ]; then kill -TERM "$product" 2>/dev/null || true; wait "$product" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT

now() { date +%s.%N; }
since() { awk -v from="$1" -v to="$(now)" 'BEGIN {printf "%.1f", to - from}'; }
# seconds until the health check says ready; leaves port and management
serve() {
  PORT=0 MANAGEMENT_PORT=0 BALCAO_HOME=$home BALCAO_WEB_DIR='' JAVA_OPTS="-Xmx${HEAP:-1g} ${JAVA_OPTS:-}" bin/serve >>"$work/log" 2>&1 &
  product=$!
  began=$(now)
  local ports
  ports=$(bin/ports "$product" "$home" 600) || { tail -n 30 "$work/log" >&2; exit 1; }
  read -r port management <<<"$ports"
  until curl -sf -o /dev/null "http://localhost:$management/q/health/ready"; do
    kill -0 "$product" 2>/dev/null || { tail -n 30 "$work/log" >&2; exit 1; }
    sleep 0.1
  done
  ready=$(since "$began")
}
stop() { kill -TERM "$product"; wait "$product" 2>/dev/null || true; product=; }
answer() { curl -s -o "$work/answer" -w '%{http_code} %{time_total}' "http://localhost:$port/api/services?search=apoio&per_page=5"; }
indexed() {
  until curl -s "http://localhost:$port/api/services?search=apoio&per_page=1" | grep -q '"because"'; do
    kill -0 "$product" 2>/dev/null || { tail -n 30 "$work/log" >&2; exit 1; }
    sleep 0.5
  done
}

slow=
echo '| services | ready after s: starter data | ready after s: so many | first search meanwhile: status, s | search by the index after s | ready after s, index on the disk |'
echo '| ---: | ---: | ---: | ---: | ---: | ---: |'
for size in "${sizes[@]}"; do
  home="$work/home"
  serve; indexed; stop
  serve; small=$ready
  "$java" -Xmx128m -cp 'backend/target/quarkus-app/lib/main/*' bench/Grow.java "$home" "$size" bench/grow.sql 2>>"$work/log"
  stop
  serve; many=$ready first=$(answer)
  caught=- again=0
  if [ "${CATCH_UP:-yes}" = yes ]; then
    began=$(now); indexed; caught=$(since "$began")
    stop
    serve; again=$ready
  fi
  stop
  echo "| $size | $small | $many | $first | $caught | $again |"
  awk -v a="$many" -v b="$again" -v most="$limit" 'BEGIN {exit !(a > most || b > most)}' && slow="$slow $size"
  rm -rf "$home"
done
if [ -n "$slow" ]; then
  echo "Not ready within $limit s with so many services:$slow" >&2
  tail -n 20 "$work/log" >&2
  exit 1
fi
