#!/usr/bin/env bash
# Every figure and proof of the Makefile at a small size, so that none can break unseen: what bench/smoke.list says of each. Fails if a target
# bench…, …-proof, cluster, crash or fuzz has no line there. usage: bench/smoke.sh [TARGET …]
set -euo pipefail
cd "$(dirname "$0")/.."
list=bench/smoke.list
java=$(bin/jdk)/bin/java
export java

if [ "${1:-}" = --shared ]; then # inside the one product
  shift
  exec bash "$0" --run with 1 "$@"
fi

lines() { grep -v '^#' "$list" | grep '|'; }
field() { awk -F'|' -v n="$1" '{gsub(/^ +| +$/, "", $n); print $n}'; }

unlisted=
for target in $(sed -n 's/^\([a-z][a-z-]*\):.*/\1/p' Makefile | grep -E '^(bench.*|.*-proof|cluster|crash|fuzz.*)$'); do
  lines | field 1 | grep -qx "$target" || unlisted="$unlisted $target"
done
if [ -n "$unlisted" ]; then
  echo "These targets have no small size in $list:$unlisted" >&2
  exit 1
fi

# one line of the list: says whether it went well, and what it wrote last if not
one() {
  local line=$1 target place command needs out began=$SECONDS
  target=$(field 1 <<<"$line") place=$(field 2 <<<"$line") command=$(field 3 <<<"$line") needs=$(field 4 <<<"$line")
  [ "$place" = "$where" ] || return 0
  [ $# = 1 ] || grep -qw -- "$target" <<<"${*:2}" || return 0
  needs=${needs#needs:}
  if [ -n "$needs" ] && [ ! -e "$needs" ] && ! command -v "$needs" >/dev/null; then
    echo "skipped  $target: no $needs here"
    return 0
  fi
  out=$(mktemp -p "$work")
  if (eval "$command") >"$out" 2>&1 </dev/null; then
    echo "well     $target: $command ($((SECONDS - began)) s)"
  else
    echo "FAILED   $target: $command ($((SECONDS - began)) s)
$(tail -n 30 "$out")"
    return 1
  fi
}

# where, how many at once, then the targets wanted; those with a product of their own wait for it to start most of the time
run() {
  local where=$1 most=$2 running=0 failed=; shift 2
  while IFS= read -r line; do
    if [ "$running" -ge "$most" ]; then
      wait -n || failed=yes
      running=$((running - 1))
    fi
    one "$line" "$@" &
    running=$((running + 1))
  done < <(lines)
  while [ "$running" -gt 0 ]; do
    wait -n || failed=yes
    running=$((running - 1))
  done
  [ -z "$failed" ]
}

work=$(mktemp -d)
chmod 755 "$work"
trap 'rm -rf "$work"' EXIT
if [ "${1:-}" = --run ]; then
  shift
  run "$@"
  exit
fi
began=$SECONDS
failed=
# each start begins with a copy of this home
mkdir -m 755 "$work/prepared"
bin/prepared "$work/prepared/home"
export BALCAO_PREPARED_HOME=$work/prepared/home
echo "$((SECONDS - began)) s to prepare the starts"
bin/with-product bash bench/smoke.sh --shared "$@" || failed=yes
# the first compiler alone: what runs for seconds only is done before the second one has earned its time
export JAVA_OPTS="-XX:TieredStopAtLevel=1 ${JAVA_OPTS:-}"
run own "${SIDE_BY_SIDE:-2}" "$@" || failed=yes
echo "$((SECONDS - began)) s in all"
[ -z "$failed" ]
