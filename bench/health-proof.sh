#!/usr/bin/env bash
# What /q/health/ready says when something of the machine goes wrong, and that each heals by itself: the index on the disk destroyed, a record that the
# index cannot take in, a full disk (a small file system as home; by root only), keys gone, PostgreSQL killed. usage: bench/health-proof.sh
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
chmod 755 "$work"
home=$work/home
java="$(bin/jdk)/bin/java"
product= mounted=
finish() {
  if [ -n "$product" ]; then kill -TERM "$product" 2>/dev/null || true; wait "$product" 2>/dev/null || true; fi
  [ -z "$mounted" ] || umount "$home" || umount -l "$home"
  rm -rf "$work"
}
trap finish EXIT
fail() { echo "Failed: $1" >&2; tail -n 30 "$work/log" >&2; exit 1; }

mkdir "$home"
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=400m tmpfs "$home" 2>/dev/null; then mounted=yes; fi

serve() {
  PORT=0 MANAGEMENT_PORT=0 BALCAO_HOME=$home BALCAO_WEB_DIR='' BALCAO_SEARCH_WATCHED=500ms bin/serve >>"$work/log" 2>&1 &
  product=$!
  local ports
  ports=$(bin/ports "$product" "$home") || fail 'the program did not start'
  read -r port management <<<"$ports"
  api=http://localhost:$port/api
}
stop() { kill -TERM "$product"; wait "$product" 2>/dev/null || true; product=; }
sql() { printf '%s' "$1" | "$java" -Xmx64m -cp 'backend/target/quarkus-app/lib/main/*' bench/Sql.java "$home"; }
# the status, then each check that is not plainly well
ready() {
  curl -s -o "$work/ready" -w '%{http_code} ' "http://localhost:$management/q/health/ready" || echo 'no answer'
  node -e 'const a=JSON.parse(require("fs").readFileSync(process.argv[1],"utf8"));
    console.log(a.status+(a.checks.filter(c=>c.status!=="UP"||c.data?.degraded).map(c=>" | "+c.name+": "+c.status+" "+JSON.stringify(c.data??{})).join("")))' "$work/ready"
}
says() { # seconds, what the answer has to match
  for _ in $(seq $(($1 * 4))); do
    said=$(ready)
    grep -qE "$2" <<<"$said" && { echo "  $said"; return; }
    sleep 0.25
  done
  fail "ready says: $said"
}
well='^200 UP$'
search() { curl -s "$api/services?search=$1&per_page=5"; }

echo 'started'
serve
says 90 "$well"

echo 'a record that the index cannot take in (a language code of 40,000 letters, written by SQL)'
sql "insert into directory.language (id, service_id, code) select '00000000-0000-4000-8000-00000000dead', id, repeat('a', 40000) from directory.service where name like '%112%' order by position limit 1; select 1" >/dev/null
says 60 '200 UP.*"set_aside":1'
curl -s "http://localhost:$management/q/metrics" | grep '^balcao_search_index' | sed 's/^/  /'
sql "update directory.service set name = name || ' Zimbralhada' where id = (select id from directory.service where name not like '%112%' order by position limit 1); select 1" >/dev/null
for _ in $(seq 80); do search zimbralhada | grep -q '"because"' && break; sleep 0.25; done
search zimbralhada | grep -q '"because"' || fail 'the others are not followed'
search 112 | grep -q '112' || fail 'the record that was set aside is not found'
echo '  another change is found by the index; the record that was set aside is found by its name'
sql "delete from directory.language where id = '00000000-0000-4000-8000-00000000dead'; select 1" >/dev/null
echo 'mended'
says 60 "$well"

echo 'every file of the index overwritten'
find "$home/search" -type f -path '*lucene*' -size +0 -exec sh -c 'dd if=/dev/urandom of="$1" bs="$(stat -c %s "$1")" count=1 conv=notrunc status=none' - {} \;
sql "update directory.service set name = name || ' Brandulha' where id = (select id from directory.service where name like '%Zimbralhada'); select 1" >/dev/null
for _ in $(seq 200); do
  [ "$(curl -s -o /dev/null -w '%{http_code}' "$api/services?search=apoio")" = 200 ] || fail 'a search was not answered 200'
  search brandulha | grep -q '"because"' && break
  sleep 0.25
done
search brandulha | grep -q '"because"' || fail 'the index was not made anew'
echo '  searches were answered 200 all the time, and the index was made anew'
says 60 "$well"

token=$(curl -s "$api/session/development" -H 'Content-Type: application/json' -d '{"person":"bruno"}' | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
delivered() { mkdir -p "$home/deliveries"; find "$home/deliveries" -type f | wc -l; }
put() { curl -s -D "$work/head" -o "$work/body" -w '%{http_code}' -X PUT -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$api/sources/ensaio" -d '{"name":"Ensaio"}'; }
deliver() { head -c 30000000 /dev/zero | tr '\0' 'x' | curl -s -D "$work/head" -o "$work/body" -w '%{http_code}' -X POST -H "Authorization: Bearer $token" -H 'Content-Type: application/x-ndjson' "$api/sources/ensaio/runs" --data-binary @-; }
if [ -n "$mounted" ]; then
  echo 'the disk full'
  [ "$(put)" -lt 300 ] || fail "a source could not be made: $(cat "$work/body")"
  before=$(delivered)
  dd if=/dev/zero of="$home/filler" bs=1M 2>/dev/null || true
  says 20 '503 DOWN.*nearly_full'
  status=$(deliver)
  [ "$status" = 507 ] || fail "a delivery was answered $status: $(cat "$work/body")"
  grep -qi '^retry-after:' "$work/head" || fail '507 without Retry-After'
  echo "  a delivery is answered 507, $(grep -i '^retry-after' "$work/head" | tr -d '\r'), $(sed 's/.*"type":"\([^"]*\)".*/\1/' "$work/body")"
  [ "$(curl -s -o /dev/null -w '%{http_code}' "$api/services?per_page=5")" = 200 ] || fail 'reading does not go on'
  [ "$(delivered)" = "$before" ] || fail 'something half written stays'
  rm "$home/filler"
  echo 'room again'
  says 60 "$well"
else
  echo 'skipped: the disk full (only root can mount a small file system here)'
fi

echo 'PostgreSQL killed with -9'
kill -9 "$(head -n 1 "$home/database/data/postmaster.pid")"
(says 20 '503 DOWN|no answer') 2>/dev/null || echo '  it was back before anybody could ask'
says 90 "$well"

echo 'the keys of referrals gone'
amina=$(curl -s "$api/session/development" -H 'Content-Type: application/json' -d '{"person":"amina"}' | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
code=$(node -e 'import("./bench/referral.mjs").then(async ({referral})=>{
  const api=process.argv[1]; const [{service_id}]=await (await fetch(api+"/intakes")).json()
  const sent=await fetch(api+"/referrals",{method:"POST",headers:{authorization:"Bearer "+process.argv[2],"content-type":"application/json","idempotency-key":crypto.randomUUID()},body:JSON.stringify(referral(service_id))})
  const text=await sent.text(); if(sent.status!==201) throw new Error(sent.status+" "+text)
  console.log(JSON.parse(text).code)})' "$api" "$amina")
stop
mv "$home/referral-keys" "$work/keys"
serve
says 60 '503 DOWN.*code-locator.key'
[ ! -e "$home/referral-keys/code-locator.key" ] || fail 'another key was made'
status=$(curl -s -o "$work/body" -w '%{http_code}' -X POST -H 'Content-Type: application/json' "$api/my-referral" -d "{\"code\":\"$code\"}")
[ "$status" = 503 ] || fail "a paper code was answered $status: $(cat "$work/body")"
echo "  a paper code is answered 503, $(sed 's/.*"type":"\([^"]*\)".*/\1/' "$work/body")"
rm -rf "$home/referral-keys"
mv "$work/keys" "$home/referral-keys"
echo 'put back'
says 60 "$well"
stop
