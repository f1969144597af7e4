#!/bin/sh
# Writes which proxies in front of this server may say for whom they ask and how they were reached: the networks of TRUSTED_PROXIES,
# such as 172.18.0.1/32,10.0.0.0/8. Nobody is trusted when it is empty.
# usage: trusted-proxies.sh [FILE]   (default: /etc/nginx/conf.d/trusted-proxies.conf)
set -eu
file=${1:-/etc/nginx/conf.d/trusted-proxies.conf}
networks=$(printf '%s' "${TRUSTED_PROXIES:-}" | tr ', ' '\n\n' | sed '/^$/d')
for network in $networks; do
  case "$network" in
    */0 | 0.0.0.0 | ::)
      echo "TRUSTED_PROXIES must name the proxies in front; $network is everybody" >&2
      exit 1
      ;;
    *[!0-9a-fA-F.:/]*)
      echo "TRUSTED_PROXIES must hold networks such as 172.18.0.1/32,10.0.0.0/8; not $network" >&2
      exit 1
      ;;
  esac
done
{
  echo 'geo $realip_remote_addr $from_trusted_proxy {'
  echo '    default 0;'
  for network in $networks; do echo "    $network 1;"; done
  echo '}'
  for network in $networks; do echo "set_real_ip_from $network;"; done
  echo 'real_ip_header X-Forwarded-For;'
  echo 'real_ip_recursive on;'
} >"$file"
