#!/usr/bin/env bash
# Builds and starts DpsPortal with its own PostgreSQL and demo data. See --help.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=etc/scripts/prerequisites.sh
. "$root/etc/scripts/prerequisites.sh"
# shellcheck source=etc/scripts/postgres.sh
. "$root/etc/scripts/postgres.sh"
# shellcheck source=etc/scripts/server.sh
. "$root/etc/scripts/server.sh"

usage() {
  cat <<'TEXT'
bash etc/run.sh [--port PORT] [--data DIR] [--postgres CONNECTION] [--empty]

  --port PORT            where the portal answers on localhost (5080)
  --data DIR             database, documents, mail and secrets (.data in the clone)
  --postgres CONNECTION  a PostgreSQL of yours instead of the private one: a superuser's connection, for example
                         'Host=localhost;Port=5432;Username=postgres;Password=...'; the database is dps_portal
  --empty                without demo data: begins with your authority, yourself and a first scheme
Ctrl-C stops all that this started.
TEXT
}

say() { printf '%s\n' "$*"; }
fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

port=5080
data=$root/.data
connection=
empty=
while [ $# -gt 0 ]; do
  case $1 in
    --port=* | --data=* | --postgres=*)
      option=$1
      shift
      set -- "${option%%=*}" "${option#*=}" "$@"
      continue
      ;;
    --port | --data | --postgres)
      [ -n "${2:-}" ] || fail "$1 needs a value. bash etc/run.sh --help tells more."
      case $1 in --port) port=$2 ;; --data) data=$2 ;; --postgres) connection=$2 ;; esac
      shift 2
      ;;
    --empty)
      empty=1
      shift
      ;;
    --help | -h)
      usage
      exit 0
      ;;
    *) fail "Unknown option $1. bash etc/run.sh --help tells which there are." ;;
  esac
done

case $port in '' | *[!0-9]*) fail "--port takes a number from 1 to 65535, not '$port'." ;; esac
if [ "$port" -lt 1 ] || [ "$port" -gt 65535 ]; then fail "--port takes a number from 1 to 65535, not '$port'."; fi
case $connection in
  postgres://* | postgresql://*) fail "--postgres takes keywords: 'Host=...;Port=5432;Username=...;Password=...', not a URL." ;;
esac

(umask 077 && mkdir -p "$data") || fail "The data folder $data cannot be made."
data=$(cd "$data" && pwd -P)
[ -O "$data" ] || fail "$data belongs to another user. Run as that user, or choose another folder with --data."

# One run per data folder. The file is made in one step, so that of two starts at once one loses.
running=$data/run.pid
owns_running=
while ! (set -C && echo $$ >"$running") 2>/dev/null; do
  first=$(cat "$running" 2>/dev/null)
  if [ -n "$first" ] && kill -0 "$first" 2>/dev/null &&
    { tr '\0' ' ' <"/proc/$first/cmdline" 2>/dev/null || ps -o command= -p "$first" 2>/dev/null; } | grep -q 'run\.sh'; then
    fail "The portal already runs on $data, as process $first: $(cat "$data/run.url" 2>/dev/null || echo 'it is still starting').
Open that, stop it with Ctrl-C there (or: kill $first), or choose another folder: bash etc/run.sh --data DIR --port PORT"
  fi
  rm -f "$running" || fail "$running cannot be deleted."
done
owns_running=1

logs=$data/log
step_group=
step_what=
step_log=
ticker_group=
host_group=
opener_group=
postgres_started=

# Ends only what this run started: the present step, the server and the private PostgreSQL.
stop_all() {
  local code=$? waited=0
  trap '' INT TERM HUP
  trap - EXIT
  set +m
  if [ -n "$ticker_group" ]; then kill -TERM -- "-$ticker_group" 2>/dev/null; fi
  if [ -n "$step_group" ]; then kill -TERM -- "-$step_group" 2>/dev/null; fi
  if [ -n "$step_what" ]; then
    echo "Stopped before the end of: $step_what. It begins anew at the next start. The end of $step_log:" >&2
    tail -n 15 "$step_log" >&2
  fi
  if [ -n "$host_group" ] && kill -TERM -- "-$host_group" 2>/dev/null; then
    say "Stopping the server ..."
    while kill -0 -- "-$host_group" 2>/dev/null && [ "$waited" -lt 350 ]; do
      waited=$((waited + 1))
      sleep 0.1
    done
    kill -KILL -- "-$host_group" 2>/dev/null
  fi
  if [ -n "$opener_group" ]; then kill -TERM -- "-$opener_group" 2>/dev/null; fi
  if [ -n "$postgres_started" ]; then
    say "Stopping PostgreSQL ..."
    postgres_stop "$data/postgres"
  fi
  if [ -n "$owns_running" ]; then rm -f "$running" "$data/run.url"; fi
  exit "$code"
}
trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Each step runs in a process group of its own, so that a signal ends it with all its children, and at once.
set -m

# Says every quarter of a minute that the step goes on, and with what. It ends with the run, however that ends.
tick() {
  local seconds=0
  while sleep 15 && kill -0 $$ 2>/dev/null; do
    seconds=$((seconds + 15))
    printf '  ... %s, %d s so far: %s\n' "$1" "$seconds" \
      "$(tail -n 5 "$2" | tr -d '\r' | sed -n 's/^[[:space:]]*//; /./p' | tail -n 1 | cut -c 1-90)"
  done
}

# step LOG "WHAT (A NOTE)" COMMAND...: says what begins and where its output goes; shows the output's end when it fails.
step() {
  local code
  step_log=$logs/$1
  step_what=${2%% (*}
  say "$2 ... The log: $step_log"
  shift 2
  "$@" >"$step_log" 2>&1 </dev/null &
  step_group=$!
  tick "$step_what" "$step_log" &
  ticker_group=$!
  wait "$step_group"
  code=$?
  step_group=
  kill -TERM -- "-$ticker_group" 2>/dev/null
  wait "$ticker_group" 2>/dev/null
  ticker_group=
  if [ "$code" != 0 ]; then
    echo "This failed with code $code: $step_what. The whole output is in $step_log, its end:" >&2
    tail -n 40 "$step_log" >&2
    step_what=
    exit 1
  fi
  step_what=
}

mkdir -p "$logs" || exit 1

check_dotnet
check_node
stop_if_missing || exit 1

if ! port_is_free "$port"; then
  holder=$(ss -Hltnp "sport = :$port" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/ by \1, process \2/p' | head -n 1)
  fail "Port $port is taken$holder. Stop what uses it, or choose another port: bash etc/run.sh --port $((port < 65535 ? port + 1 : 5081))"
fi

if frontend_is_built; then
  say "The front end is built."
else
  if ! frontend_is_installed; then
    step npm-ci.log "Installing the front end's packages (npm ci, a minute or two the first time)" frontend_install
  fi
  step frontend-build.log "Building the front end" frontend_build
fi

if server_is_built; then
  say "The server is built."
else
  step server-build.log "Restoring packages and building the server (some minutes the first time)" server_build
fi
server_copy "$data" || exit 1

if [ -n "$connection" ]; then
  say "Using the PostgreSQL that --postgres names."
else
  say "Starting PostgreSQL in $data/postgres ..."
  postgres_started=1
  connection=$(postgres_start "$data/postgres") || exit 1
fi

# Only the demo lets people in by a password alone.
if [ -n "$empty" ]; then Accounts__RequireSecondFactor=${Accounts__RequireSecondFactor:-true}; fi
server_environment "$data" "$connection" || exit 1
# The private database remembers what it was brought up to: this build, and this day for the demo, whose dates go with
# the calendar. It goes with the database when that is deleted.
brought_up=$data/postgres/brought-up
wanted="$(cat "$data/app/stamp") $(date +%F) ${empty:-demo}"
outdated=
if [ -n "$postgres_started" ] && [ "$(cat "$brought_up" 2>/dev/null)" = "$wanted" ]; then
  say "The database is up to date."
else
  step migrate.log "Bringing the database up to date" server_migrator "$data" migrate
  outdated=1
fi

say "Starting the Opener, which alone opens sealed bids ..."
[ -f "$logs/opener.log" ] && mv -f "$logs/opener.log" "$logs/opener.log.1"
server_opener "$data" >"$logs/opener.log" 2>&1 </dev/null &
opener_group=$!
if ! opener_wait "$logs/opener.log" "$opener_group"; then
  echo "The Opener did not start. The end of $logs/opener.log:" >&2
  tail -n 40 "$logs/opener.log" >&2
  exit 1
fi

if [ -n "$outdated" ]; then
  if [ -z "$empty" ]; then
    step seed.log "Bringing the demo data up to date" server_migrator "$data" seed
  fi
  if [ -n "$postgres_started" ]; then printf '%s\n' "$wanted" >"$brought_up"; fi
fi

say "Starting the server ..."
[ -f "$logs/host.log" ] && mv -f "$logs/host.log" "$logs/host.log.1"
server_host "$data" "$port" >"$logs/host.log" 2>&1 </dev/null &
host_group=$!
server_wait "$port" "$host_group" 60 &
step_group=$!
if ! wait "$step_group"; then
  step_group=
  echo "The server did not become ready. The end of $logs/host.log:" >&2
  tail -n 40 "$logs/host.log" >&2
  exit 1
fi
step_group=
printf 'http://localhost:%s\n' "$port" >"$data/run.url"

say ""
say "The portal is ready: http://localhost:$port"
if [ -n "$empty" ] && server_needs_set_up "$port"; then
  say "Nobody is in it yet. Make its host authority, yourself as administrator and its first scheme here:"
  say "  http://localhost:$port/set-up#$DPS_SET_UP_CODE"
fi
if [ -z "$empty" ]; then
  say ""
  say "Demo accounts, all with the password $DPS_DEMO_PASSWORD"
  say "  newcomer@example.org         a provider that has not applied yet"
  say "  provider@example.org         an accredited provider; provider2@ and provider3@ bid against it"
  say "  officer@example.org          accreditation officer of the host authority"
  say "  second-officer@example.org   the officer who confirms"
  say "  placements@example.org       placements officer; second-placements@ scores with them"
  say "  approver@example.org         placements approver"
  say "  social-worker@example.org    social worker"
  say "  finance@example.org          finance reader"
  say "  administrator@example.org    administrator of two authorities: people and roles; second-administrator@ confirms"
  say "  applicant1@ to applicant8@   providers at different stages of joining"
fi
say ""
say "Data in $data, the server's log in $logs/host.log. Ctrl-C stops everything."

wait "$host_group"
code=$?
host_group=
echo "The server ended by itself (code $code). The end of $logs/host.log:" >&2
tail -n 40 "$logs/host.log" >&2
exit 1
