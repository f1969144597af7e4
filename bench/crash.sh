#!/usr/bin/env bash
# Kills the program and PostgreSQL with -9 while records are written, again and again, and then looks for every write that had been
# acknowledged. A write is acknowledged by the line `applied <kind> <id> <what>` that `import` prints after its commit.
# usage: bench/crash.sh [WRITES] [KILLS]
set -euo pipefail
cd "$(dirname "$0")/.."
writes=${1:-1000} kills=${2:-10}

work=$(mktemp -d)
java="$(bin/jdk)/bin/java"
export BALCAO_HOME="$work/home"
server=
finish() {
  status=$?
  [ -z "$server" ] || kill -TERM "$server" 2>/dev/null || true
  [ -z "$server" ] || wait "$server" 2>/dev/null || true
  [ "$status" = 0 ] || tail -n 20 "$work"/*.log >&2
  rm -rf "$work"
  exit "$status"
}
trap finish EXIT

free_port() { node -e 'const s=require("net").createServer().listen(0,()=>{console.log(s.address().port);s.close()})'; }
port=$(free_port) management=$(free_port)
serve() {
  PORT=$port MANAGEMENT_PORT=$management bin/serve >>"$work/product.log" 2>&1 &
  server=$!
}
answers() { [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/api/services?per_page=1")" = 200 ]; }
await() { for _ in $(seq 1 300); do answers && return; kill -0 "$server" 2>/dev/null || serve; sleep 0.2; done; echo 'it did not heal within a minute' >&2; exit 1; }
postmaster() { head -n 1 "$BALCAO_HOME"/data/postmaster.pid 2>/dev/null || head -n 1 "$BALCAO_HOME"/*/data/postmaster.pid; }

# Records nobody has: an organization per line, in the shape of the starter data.
node -e '
  for (let n = 1; n <= Number(process.argv[1]); n++) console.log(JSON.stringify({organizations: [{id: `crash-${n}`,
    name: `Associação de ensaio ${n}`, organization_type: "ngo", status: "active", confidence: "low",
    description: {pt: "Registo inventado para o ensaio de falhas.", en: "An invented record for the crash test."},
    sources: [{url: "https://example.org/ensaio"}]}]}))' "$writes" >"$work/records.jsonl"

serve
await
acknowledged="$work/acknowledged"
: >"$acknowledged"
killed_app=0 killed_writer=0 killed_database=0 unavailable=0
for kill in $(seq "$kills"); do
  # What was not acknowledged is sent again, as a partner would.
  "$java" -Xmx256m --enable-native-access=ALL-UNNAMED -jar backend/target/quarkus-app/quarkus-run.jar \
    import --source crash "$work/records.jsonl" >>"$acknowledged" 2>>"$work/import.log" &
  writer=$!
  before=$(wc -l <"$acknowledged")
  for _ in $(seq 1 600); do
    [ "$(wc -l <"$acknowledged")" -gt "$before" ] && break
    kill -0 "$writer" 2>/dev/null || break
    sleep 0.05
  done
  sleep "0.$((RANDOM % 40 + 10))"
  case $((kill % 3)) in
    0) kill -9 "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; server=; killed_app=$((killed_app + 1)); serve ;;
    1) kill -9 "$(postmaster)" 2>/dev/null || true; killed_database=$((killed_database + 1)); answers || unavailable=$((unavailable + 1)) ;;
    2) kill -9 "$writer" 2>/dev/null || true; killed_writer=$((killed_writer + 1)) ;;
  esac
  wait "$writer" 2>/dev/null || true
  await
done
# One undisturbed import finishes the rest.
"$java" -Xmx256m --enable-native-access=ALL-UNNAMED -jar backend/target/quarkus-app/quarkus-run.jar \
  import --source crash "$work/records.jsonl" >"$work/last" 2>>"$work/import.log"

curl -s "http://127.0.0.1:$port/api/organizations?format=ndjson" >"$work/found"
node -e '
  const {readFileSync} = require("fs");
  const [, acknowledged, last, found, writes] = process.argv;
  const applied = (file) => readFileSync(file, "utf8").split("\n").map((line) => /^applied organization (\S+) (\w+)$/.exec(line)).filter(Boolean);
  const early = new Set(applied(acknowledged).map((m) => m[1]));
  const there = new Set(readFileSync(found, "utf8").trim().split("\n").map((line) => JSON.parse(line).id));
  const lost = [...early].filter((id) => !there.has(id));
  const again = applied(last).filter((m) => early.has(m[1]) && m[2] !== "kept");
  const total = applied(last).length;
  console.log(`${early.size} writes acknowledged among the kills, ${lost.length} lost, ${again.length} written a second time; ${total} of ${writes} in the end`);
  if (early.size === 0 || lost.length || again.length || total !== Number(writes)) process.exit(1);' "$acknowledged" "$work/last" "$work/found" "$writes"
echo "killed with -9: the program $killed_app times, PostgreSQL $killed_database times, the writer $killed_writer times; it started again by itself each time"
