// What stands for the base images of docker-compose.yml where there is no Docker.
import { appendFileSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './containers.mjs'
import { top } from './proof.mjs'

/** Debian's nginx with the main configuration and the entry point of the base image (nginxinc/nginx-unprivileged). */
export function nginxImage(frontend) {
  const parts = run(join(top, 'bin/nginx')).trim()
  for (const folder of ['/etc/nginx', '/docker-entrypoint.d', '/usr/share/nginx/html', '/var/log/nginx']) {
    rmSync(frontend.within(folder), { recursive: true, force: true })
    mkdirSync(frontend.within(folder), { recursive: true })
  }
  mkdirSync(frontend.within('/etc/nginx/conf.d'))
  copyFileSync(join(parts, 'usr/sbin/nginx'), frontend.within('/usr/sbin/nginx'))
  copyFileSync(join(parts, 'etc/nginx/mime.types'), frontend.within('/etc/nginx/mime.types'))
  run('ln', ['-sf', '/dev/stdout', frontend.within('/var/log/nginx/access.log')])
  run('ln', ['-sf', '/dev/stderr', frontend.within('/var/log/nginx/error.log')])
  const temporary = ['proxy', 'client_body', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path /tmp/${kind}_temp;`).join('\n')
  writeFileSync(
    frontend.within('/etc/nginx/nginx.conf'),
    `worker_processes auto;\nerror_log /var/log/nginx/error.log notice;\npid /tmp/nginx.pid;\nevents { worker_connections 1024; }\nhttp {\n${temporary}
include /etc/nginx/mime.types;\ndefault_type application/octet-stream;\naccess_log /var/log/nginx/access.log;\nsendfile on;\nkeepalive_timeout 65;\ninclude /etc/nginx/conf.d/*.conf;\n}\n`,
  )
  // as the image: its scripts in order, then each template with the variables of the environment filled in
  writeFileSync(
    frontend.within('/docker-entrypoint.sh'),
    `set -e\nfor script in /docker-entrypoint.d/*.sh; do "$script"; done
names=$(env | sed -n 's/^\\([A-Za-z_][A-Za-z0-9_]*\\)=.*/\${\\1}/p' | tr '\\n' ' ')
for template in /etc/nginx/templates/*.template; do envsubst "$names" <"$template" >"/etc/nginx/conf.d/$(basename "$template" .template)"; done
exec nginx -g 'daemon off;'\n`,
  )
}

/** Where this machine has what the first stage of the page's Dockerfile makes. */
export function builtPage(path, work) {
  const [, kind] = /page-(headers|documents)\.conf$/.exec(path) ?? []
  if (kind === undefined) return path.replace('/balcao', top)
  const written = join(work, `page-${kind}.conf`)
  writeFileSync(written, run(process.execPath, [join(top, `frontend/scripts/nginx-${kind}.mjs`)]))
  return written
}

/** The embedded PostgreSQL with the user, password and database that the image would make; gives the command that tells whether it is open. */
export function postgresImage(postgres, all) {
  const jars = run('sh', ['-c', `ls ${top}/backend/target/quarkus-app/lib/main/*embedded-postgres-binaries*`]).trim()
  const home = postgres.within('/opt/postgres')
  mkdirSync(home, { recursive: true })
  const java = run(join(top, 'bin/jdk')).trim()
  run(join(java, 'bin/jar'), ['xf', jars], { cwd: home })
  run('sh', ['-c', 'tar -xJf *.txz'], { cwd: home })
  postgres.user = '999:999'
  appendFileSync(postgres.within('/etc/passwd'), 'balcao-postgres:x:999:999::/var/lib/postgresql:/bin/sh\n')
  run('install', ['-d', '-o', '999', '-g', '999', '-m', '700', postgres.within('/var/lib/postgresql')])
  run('install', ['-d', '-m', '1777', postgres.within('/tmp')])
  const script = `set -e
cd /var/lib/postgresql
printf %s "$POSTGRES_PASSWORD" >/tmp/password
/opt/postgres/bin/initdb -D data -U "$POSTGRES_USER" --pwfile=/tmp/password -A scram-sha-256 --no-sync >/tmp/initdb
echo 'host all all all scram-sha-256' >>data/pg_hba.conf
echo "create database $POSTGRES_DB" | /opt/postgres/bin/postgres --single -D data postgres >/dev/null
exec /opt/postgres/bin/postgres -D data -c listen_addresses='*' -c unix_socket_directories=/tmp`
  postgres.start(all, ['sh', '-c', script])
  return ['bash', '-c', 'exec 3<>/dev/tcp/postgres/5432']
}
