#!/usr/bin/env bash
# Everything that must hold: bash etc/test.sh. Ends with one line `N passed, N failed`; exit code 0 only without failures.
#
# It installs from NuGet and npm, and as root on Debian also with apt-get, what it needs, and says what is missing
# when it may not. It uses free ports and a data folder of its own, and so runs beside etc/run.sh.
# DPS_KEEP=1 keeps the work folder (logs, traces, test results) for looking at.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cd "$root" || exit 1
# shellcheck source=etc/scripts/prerequisites.sh
. "$root/etc/scripts/prerequisites.sh"
# shellcheck source=etc/scripts/postgres.sh
. "$root/etc/scripts/postgres.sh"
# shellcheck source=etc/scripts/server.sh
. "$root/etc/scripts/server.sh"

export CI=true NO_COLOR=1
unset FORCE_COLOR
exec </dev/null

passed=0
failed=0
table=
step_group=
watch=
host_group=
work=$(mktemp -d "${TMPDIR:-/tmp}/dps-portal-test.XXXXXXXX") || exit 1
solution=DpsPortal.sln
msbuild=(-nodeReuse:false -p:UseSharedCompilation=true)

stop_host() {
  local waited=0
  [ -n "$host_group" ] || return 0
  kill -TERM -- "-$host_group" 2>/dev/null
  while kill -0 -- "-$host_group" 2>/dev/null && [ "$waited" -lt 350 ]; do
    waited=$((waited + 1))
    sleep 0.1
  done
  kill -KILL -- "-$host_group" 2>/dev/null
  host_group=
}

stop_opener() {
  [ -f "$work/opener.pid" ] || return 0
  kill -TERM -- "-$(cat "$work/opener.pid")" 2>/dev/null
  rm -f "$work/opener.pid"
}

clean_up() {
  local code=$?
  trap '' INT TERM HUP
  trap - EXIT
  set +m
  if [ -n "$watch" ]; then kill -TERM -- "-$watch" 2>/dev/null; fi
  if [ -n "$step_group" ]; then kill -TERM -- "-$step_group" 2>/dev/null; fi
  [ -f "$work/host.pid" ] && host_group=$(cat "$work/host.pid")
  stop_host
  stop_opener
  postgres_remove "$work/postgres"
  postgres_remove "$work/e2e/postgres"
  if [ -n "${DPS_KEEP:-}" ]; then echo "Kept: $work"; else rm -rf "$work"; fi
  exit "$code"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Each part runs in a process group of its own, so that a signal ends it with all its children, and at once.
set -m

# part NAME SECONDS COMMAND...: runs one part within a time limit. A part that runs tests writes "PASSED FAILED" to
# $work/counts; any other counts as one. A part that fails in any way counts as at least one failure.
part() {
  local name=$1 limit=$2 began=$SECONDS code ok bad counts took
  shift 2
  printf '\n== %s\n' "$name"
  rm -f "$work/counts"
  "$@" 2>&1 &
  step_group=$!
  (
    sleep "$limit"
    echo "The part took longer than $limit seconds and is stopped."
    kill -TERM -- "-$step_group"
  ) &
  watch=$!
  wait "$step_group"
  code=$?
  kill -TERM -- "-$watch" 2>/dev/null
  wait "$watch" 2>/dev/null
  step_group=
  watch=
  took=$((SECONDS - began))
  if [ -f "$work/counts" ]; then
    read -r ok bad <"$work/counts"
    counts="$ok passed, $bad failed"
    if [ "$code" != 0 ] && [ "$bad" = 0 ]; then
      bad=1
      counts="$counts, and the runner itself failed ($code)"
    fi
  elif [ "$code" = 0 ]; then
    ok=1 bad=0 counts=held
  else
    ok=0 bad=1 counts="FAILED ($code)"
  fi
  passed=$((passed + ok))
  failed=$((failed + bad))
  table+=$(printf '%-34s %5d s  %s' "$name" "$took" "$counts")$'\n'
  printf -- '-- %s: %s, %d s\n' "$name" "$counts" "$took"
  [ "$bad" = 0 ]
}

# left_out NAME REASON: a part whose input could not be made. That is a failure, never a silence.
left_out() {
  failed=$((failed + 1))
  table+=$(printf '%-34s %7s  FAILED: %s' "$1" - "$2")$'\n'
  printf '\n== %s\n-- left out: %s\n' "$1" "$2"
}

finish() {
  printf '\n%s\n%d s in all\n' "$table" "$SECONDS"
  if [ -s "$work/failed-tests" ]; then
    echo "Failed server tests:"
    cat "$work/failed-tests"
  fi
  printf '%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
  exit
}

prerequisites() {
  check_dotnet
  check_node
  command -v git >/dev/null || debian_install git || need "git (Debian: apt-get install git)"
  stop_if_missing
}

# Only the browser, the reading of workbooks by another program and the scan of uploads need these.
find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do command -v "$name" && return 0; done
  return 1
}

# A Python that has openpyxl, which opens the workbooks we write.
find_python() {
  local name
  for name in /usr/bin/python3 python3; do
    if "$name" -c 'import openpyxl' 2>/dev/null; then
      command -v "$name"
      return 0
    fi
  done
  return 1
}

# install WHAT PACKAGES...: says so only where it may; elsewhere what is missing is named in the end.
install() {
  may_install || return 1
  echo "Installing $1 ..."
  shift
  debian_install "$@"
}

# The library by which a process is told another time.
find_faketime() { find /usr/lib /lib -name libfaketimeMT.so.1 2>/dev/null | head -n 1; }

other_programs() {
  find_chromium >/dev/null || install Chromium chromium fonts-liberation
  find_python >/dev/null || install openpyxl python3-openpyxl
  [ -x /usr/sbin/clamd ] || install "the virus scanner" clamav-daemon
  [ -n "$(find_faketime)" ] || install faketime faketime
  [ -n "$(find_faketime)" ] || need "faketime (Debian: apt-get install faketime)"
  [ -x /usr/sbin/clamd ] || need "clamd (Debian: apt-get install clamav-daemon; signatures are not needed)"
  find_chromium || need "Chromium (Debian: apt-get install chromium)"
  find_python || need "openpyxl for Python 3 (Debian: apt-get install python3-openpyxl; elsewhere: pip install openpyxl)"
  stop_if_missing
}

scripts() {
  local script
  for script in etc/*.sh etc/scripts/*.sh; do bash -n "$script" || return 1; done
  if command -v shellcheck >/dev/null; then shellcheck -x etc/*.sh etc/scripts/*.sh; fi
}

# Fails when the files that the build writes are not those that are committed (or staged).
no_drift() {
  local git=(git -c safe.directory='*') fresh
  if [ -z "$(ls -A "$1" 2>/dev/null)" ]; then
    echo "$1 is empty. $2"
    return 1
  fi
  fresh=$("${git[@]}" ls-files --others --exclude-standard -- "$1")
  if [ -n "$fresh" ] || ! "${git[@]}" diff --exit-code --stat -- "$1"; then
    [ -z "$fresh" ] || printf 'Not committed: %s\n' "$fresh"
    "${git[@]}" diff -- "$1" | head -n 60
    echo "Generated files differ from the committed ones. $2"
    return 1
  fi
}

# Each test project is a runner of its own: one that reports no test fails, although `dotnet test` is content with it.
server_tests() {
  local project name code counts ok bad sum_ok=0 sum_bad=0
  for project in test/*.Tests; do
    name=$(basename "$project")
    dotnet test "$project" -c Release --no-build -v quiet --logger "trx;LogFileName=$name.trx" \
      --logger "console;verbosity=minimal" --results-directory "$work/trx" "${msbuild[@]}"
    code=$?
    # shellcheck disable=SC2016 # JavaScript
    counts=$(node -e '
      const counters = /<Counters ([^>]*)>/.exec(require("fs").readFileSync(process.argv[1], "utf8"))[1];
      const read = key => Number(new RegExp(`\\b${key}="(\\d+)"`).exec(counters)[1]);
      console.log(read("passed"), read("executed") - read("passed"));' "$work/trx/$name.trx" 2>/dev/null) || counts="0 0"
    read -r ok bad <<<"$counts"
    # shellcheck disable=SC2016 # JavaScript
    node -e '
      const log = require("fs").readFileSync(process.argv[1], "utf8");
      for (const [result] of log.matchAll(/<UnitTestResult [^>]*outcome="Failed"[^>]*>/g)) {
        console.log(/testName="([^"]*)"/.exec(result)[1]);
      }' "$work/trx/$name.trx" >>"$work/failed-tests" 2>/dev/null
    if [ "$((ok + bad))" = 0 ]; then
      echo "$name ran no test."
      bad=1
    elif [ "$code" != 0 ] && [ "$bad" = 0 ]; then
      echo "$name ended with code $code although no test failed."
      bad=1
    fi
    printf -- '-- %s: %d passed, %d failed\n' "$name" "$ok" "$bad"
    sum_ok=$((sum_ok + ok))
    sum_bad=$((sum_bad + bad))
  done
  echo "$sum_ok $sum_bad" >"$work/counts"
  [ "$sum_bad" = 0 ]
}

angular() { (cd angular && npm run --silent "$@"); }

proxy_drift() {
  angular api:generate && no_drift angular/src/app/proxy "Run npm run api:generate in angular and commit the result."
}

lint() { angular lint && angular format:check; }

frontend_tests() {
  local code ok bad
  angular test | tee "$work/frontend-tests.log"
  code=$?
  # The runner's closing line: "Tests  1 failed | 41 passed | 1 skipped (43)".
  ok=$(sed -n 's/^ *Tests .*[^0-9]\([0-9][0-9]*\) passed.*/\1/p' "$work/frontend-tests.log" | tail -n 1)
  bad=$(sed -n 's/^ *Tests .*[^0-9]\([0-9][0-9]*\) failed.*/\1/p' "$work/frontend-tests.log" | tail -n 1)
  ok=${ok:-0} bad=${bad:-0}
  if [ "$((ok + bad))" = 0 ]; then
    echo "The front end ran no test."
    bad=1
  fi
  echo "$ok $bad" >"$work/counts"
  return "$code"
}

# failed_with LOG WORDS
failed_with() {
  echo "$2 The end of its log:"
  tail -n 40 "$work/$1"
  return 1
}

# The real server on a free port, with a cluster whose clock the journeys may move (app.clock_offset, by SQL).
browser_server() {
  local data=$work/e2e superuser port
  (umask 077 && mkdir -p "$data") || return 1
  superuser=$(postgres_start --test "$data/postgres") || return 1
  server_copy "$data" && server_environment "$data" "$superuser" || return 1
  server_migrator "$data" migrate >"$work/migrate.log" 2>&1 || failed_with migrate.log "The migration failed." || return
  # A clock of its own, which the journeys move as well.
  printf '+0\n' >"$data/opener-time"
  set -m
  server_opener "$data" "LD_PRELOAD=$(find_faketime)" "FAKETIME_TIMESTAMP_FILE=$data/opener-time" FAKETIME_NO_CACHE=1 \
    FAKETIME_DONT_FAKE_MONOTONIC=1 >"$work/opener.log" 2>&1 &
  echo $! >"$work/opener.pid"
  set +m
  opener_wait "$work/opener.log" "$(cat "$work/opener.pid")" || failed_with opener.log "The Opener did not start." || return
  server_migrator "$data" seed >"$work/seed.log" 2>&1 || failed_with seed.log "The demo data failed." || return
  (cd angular && DPS_TEST_POSTGRES=$superuser node scripts/test-clock.mjs) || return 1
  port=$(free_port)
  set -m
  server_host "$data" "$port" >"$work/host.log" 2>&1 &
  echo $! >"$work/host.pid"
  set +m
  server_wait "$port" "$(cat "$work/host.pid")" 60 || failed_with host.log "The server did not become ready." || return
  export DPS_BASE_URL="http://localhost:$port" DPS_TEST_POSTGRES="$superuser" DPS_DEMO_PASSWORD DPS_DATA="$data" DPS_OPENER_TIME="$data/opener-time"
}

browser_tests() {
  local code counts chromium python
  chromium=$(find_chromium) || { echo "There is no Chromium: the browser journeys cannot run."; return 1; }
  python=$(find_python)
  browser_server || return 1
  (
    export DPS_CHROMIUM=$chromium DPS_PYTHON=$python PLAYWRIGHT_JSON_OUTPUT_NAME=$work/e2e.json
    export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
    angular e2e -- --reporter=list,json --output="$work/e2e-results"
  )
  code=$?
  # shellcheck disable=SC2016 # JavaScript
  counts=$(node -e '
    const { stats } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    console.log(stats.expected, stats.unexpected + stats.flaky);' "$work/e2e.json" 2>/dev/null) || counts="0 1"
  case $counts in "0 0") echo "No journey ran."; counts="0 1" ;; esac
  echo "$counts" >"$work/counts"
  if [ "$code" != 0 ]; then
    echo "The end of the server's log:"
    tail -n 30 "$work/host.log"
  fi
  return "$code"
}

part "prerequisites" 600 prerequisites || finish
# The part ran in a child: what it found about PATH is found again here.
find_dotnet
part "other programs" 600 other_programs
part "scripts" 60 scripts

part "restore" 600 dotnet restore "$solution" --locked-mode "${msbuild[@]}"
if part "build" 900 dotnet build "$solution" -c Release --no-restore -warnaserror "${msbuild[@]}"; then
  stamp server-build "$(server_sum)"
  part "format" 600 dotnet format "$solution" --no-restore --verify-no-changes
  part "OpenAPI drift" 60 no_drift etc/openapi "Build, and commit the result."
  if part "test database" 120 postgres_start --test "$work/postgres"; then
    DPS_TEST_POSTGRES=$(postgres_url "$work/postgres")
    export DPS_TEST_POSTGRES
    part "server tests" 1800 server_tests
    unset DPS_TEST_POSTGRES
    postgres_remove "$work/postgres"
  else
    left_out "server tests" "no database"
  fi
  server_built=1
else
  left_out "server tests" "no build"
  server_built=
fi

if frontend_is_installed || part "front end: npm ci" 600 frontend_install; then
  part "front end: proxy drift" 120 proxy_drift
  part "front end: lint" 300 lint
  part "front end: tests" 600 frontend_tests
  if part "front end: build" 600 frontend_build; then
    part "front end: budgets" 60 angular budgets
    if [ -n "$server_built" ]; then
      part "browser journeys" 2700 browser_tests
      [ -f "$work/host.pid" ] && host_group=$(cat "$work/host.pid")
      stop_host
      rm -f "$work/host.pid"
      stop_opener
    else
      left_out "browser journeys" "no server"
    fi
  else
    left_out "browser journeys" "no front end"
  fi
else
  left_out "front end" "npm ci failed"
  left_out "browser journeys" "no front end"
fi

finish
