#!/usr/bin/env bash
# Rules a second on one core and bytes allocated for each, beside KIE FEEL, CEL and JSON Logic in one run (JMH); then the engine of the phone in
# Node, and a million situations through the API. Fetches the others the first time (35 MB). QUICK=yes only shows that all of it runs.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
java=$("$top/bin/jdk")/bin
parts=$top/.tools/rules
if [ ! -f "$parts/.fetched" ]; then
  "$top/bin/mvn" -q -f ../bench/rules/pom.xml dependency:copy-dependencies -DoutputDirectory="$parts"
  touch "$parts/.fetched"
fi
situations=1000000 quick=()
if [ "${QUICK:-}" = yes ]; then situations=20000 quick=(-f 1 -wi 1 -w 100ms -i 1 -r 100ms); fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
path="$top/backend/target/classes:$parts/*"
"$java/javac" -proc:full -cp "$path" -d "$work" "$top/bench/rules/RulesBench.java"
"$java/java" -cp "$work:$path" -Drules="$top/eligibility/portugal" org.openjdk.jmh.Main "${quick[@]}" -prof gc -jvmArgsAppend "-Drules=$top/eligibility/portugal" RulesBench 2>&1 |
  grep -E '^(Benchmark|RulesBench.[A-Za-z]+ |RulesBench.*alloc.rate.norm)'

node - "$work/situations.jsonl" "$situations" <<'JS'
const { createWriteStream } = require('node:fs')
const out = createWriteStream(process.argv[2])
let seed = 18
const pick = (all) => all[((seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) >>> 12) % all.length] // the low bits repeat
const days = Array.from({ length: 28 }, (_, i) => String(i + 1).padStart(2, '0'))
let part = ''
for (let i = 0; i < Number(process.argv[3]); i++) {
  part += JSON.stringify({
    facts: {
      arrival_channel: pick(['resettlement', 'relocation', 'humanitarian_admission', 'spontaneous']),
      protection_status: pick(['refugee', 'asylum_applicant', 'subsidiary_protection', 'none']),
      arrival_date: `${pick(['2023', '2024', '2025'])}-${pick(['01', '04', '07', '11'])}-${pick(days)}`,
    },
    as_of: '2026-06-01',
  }) + '\n'
  if (part.length > 1e6) { out.write(part); part = '' }
}
out.end(part)
JS
"$top/bin/with-product" sh -c '
  began=$(date +%s.%N)
  curl -s --data-binary @"$0" -H "Content-Type: application/x-ndjson" -H "Expect:" "$BALCAO_URL/api/eligibility/batch?counts_only=true" >"$1"
  echo "$2 situations of 25 programmes through the API: $(echo "$(date +%s.%N) - $began" | bc) s; resident $(awk "/VmHWM/ {print int(\$2 / 1024)}" /proc/$BALCAO_PID/status) MB at most"
' "$work/situations.jsonl" "$work/counts" "$situations"
head -c 300 "$work/counts"
echo

"$top/frontend/node_modules/.bin/rolldown" "$top/bench/rules/engine.ts" --file "$work/engine.mjs" --format esm --minify >/dev/null
(cd "$work" && npm init -y >/dev/null && npm install --no-audit --no-fund --loglevel=error json-logic-js@2.0.5 feelin@8.2.0 >/dev/null)
node "$top/bench/rules/node.mjs" "$work/engine.mjs" "$work/node_modules"
