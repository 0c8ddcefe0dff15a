# shellcheck shell=bash
# Sourced by etc/run.sh and etc/test.sh: builds the two halves, prepares a database and starts the server.
# The caller has set `root`, the folder of the clone.

# Kept over all data folders, because the build's output is shared by them.
stamps=${root:?}/.data/stamps

# A sum over the contents and names of all source files under the given paths.
sum_of() {
  (cd "$root" && find "$@" \( -name node_modules -o -name dist -o -name .angular -o -name bin -o -name obj \
    -o -name TestResults -o -name test-results -o -name playwright-report \) -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 cksum | cksum)
}

is_stamped() { [ -f "$stamps/$1" ] && [ "$(cat "$stamps/$1")" = "$2" ]; }

stamp() { mkdir -p "$stamps" && printf '%s\n' "$2" >"$stamps/$1"; }

frontend_lock_sum() { sum_of angular/package.json angular/package-lock.json; }
frontend_sum() { sum_of angular; }
server_sum() { sum_of src common.props Directory.Packages.props etc/build .editorconfig; }

frontend_is_installed() { [ -d "$root/angular/node_modules" ] && is_stamped frontend-install "$(frontend_lock_sum)"; }
frontend_is_built() { [ -d "$root/angular/dist" ] && is_stamped frontend-build "$(frontend_sum)"; }

frontend_install() {
  local sum
  sum=$(frontend_lock_sum)
  rm -f "$stamps/frontend-install"
  (cd "$root/angular" && npm ci --loglevel=error) && stamp frontend-install "$sum"
}

# The sum is taken before the build: a file saved meanwhile counts for the next one.
frontend_build() {
  local sum
  sum=$(frontend_sum)
  rm -f "$stamps/frontend-build"
  (cd "$root/angular" && npm run --silent build) && stamp frontend-build "$sum"
}

host_output=$root/src/DpsPortal.HttpApi.Host/bin/Release/net10.0
migrator_output=$root/src/DpsPortal.DbMigrator/bin/Release/net10.0
opener_output=$root/src/DpsPortal.Opener/bin/Release/net10.0

server_is_built() {
  [ -f "$host_output/DpsPortal.HttpApi.Host.dll" ] && [ -f "$migrator_output/DpsPortal.DbMigrator.dll" ] &&
    [ -f "$opener_output/dps-opener.dll" ] &&
    is_stamped server-build "$(server_sum)"
}

# The restore comes before the sum, as it may bring lock files up to date.
server_build() {
  local sum project
  rm -f "$stamps/server-build"
  cd "$root" || return 1
  for project in DpsPortal.HttpApi.Host DpsPortal.DbMigrator DpsPortal.Opener; do
    dotnet restore "src/$project" -nodeReuse:false || return 1
  done
  sum=$(server_sum)
  for project in DpsPortal.HttpApi.Host DpsPortal.DbMigrator DpsPortal.Opener; do
    dotnet build "src/$project" -c Release --no-restore -v minimal -nodeReuse:false -p:UseSharedCompilation=true || return 1
  done
  stamp server-build "$sum"
}

# Prints the secret kept in a file of mode 600; makes it up the first time.
secret_in() {
  if [ ! -s "$1" ]; then
    (umask 077 && head -c 24 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n' >"$1") || return 1
  fi
  cat "$1"
}

# Sets what Host and DbMigrator read. $1: data folder, $2: the superuser's connection string.
server_environment() {
  local data=$1 superuser=$2 place
  # Where the server is, without who signs in: the application's roles come with their own names.
  place=$(printf '%s' "$superuser" | tr ';' '\n' |
    grep -viE '^[[:space:]]*(user ?name|user ?id|user|uid|password|passwd|pwd|database|db|$)[[:space:]]*(=|$)' | tr '\n' ';')
  place="${place%;};Database=dps_portal"
  DPS_OWNER_PASSWORD=$(secret_in "$data/owner-password") && DPS_APP_PASSWORD=$(secret_in "$data/app-password") &&
    DPS_WORKER_PASSWORD=$(secret_in "$data/worker-password") && DPS_DEMO_PASSWORD=$(secret_in "$data/demo-password") || return 1
  DPS_OPENER_PASSWORD=$(secret_in "$data/opener-password") && DPS_SET_UP_CODE=$(secret_in "$data/set-up-code") || return 1
  migrator_environment=(
    "ConnectionStrings__Superuser=$superuser"
    "ConnectionStrings__Owner=$place;Username=dps_owner;Password=$DPS_OWNER_PASSWORD"
    "DPS_OWNER_PASSWORD=$DPS_OWNER_PASSWORD" "DPS_APP_PASSWORD=$DPS_APP_PASSWORD"
    "DPS_WORKER_PASSWORD=$DPS_WORKER_PASSWORD" "DPS_OPENER_PASSWORD=$DPS_OPENER_PASSWORD"
    "DPS_DEMO_PASSWORD=$DPS_DEMO_PASSWORD"
  )
  opener_environment=(
    "ConnectionStrings__Opener=$place;Username=dps_opener;Password=$DPS_OPENER_PASSWORD"
    "Opener__Keys=$data/opener" "Opener__RootKey=$data/opener-root.json"
    "Opener__PortalKeys=$data/signing-keys.json"
  )
  host_environment=(
    "ConnectionStrings__App=$place;Username=dps_app;Password=$DPS_APP_PASSWORD"
    "ConnectionStrings__Worker=$place;Username=dps_worker;Password=$DPS_WORKER_PASSWORD"
    "Data__Path=$data" "Opener__RootKey=$data/opener-root.json" "Web__Root=$data/app/web" "Portal__SetUpCode=$DPS_SET_UP_CODE"
    "ASPNETCORE_ENVIRONMENT=Development" "DOTNET_ENVIRONMENT=Development"
    # So that the demo's accounts can be tried with their password alone.
    "Accounts__RequireSecondFactor=${Accounts__RequireSecondFactor:-false}"
  )
}

# What runs is a copy: a build in the clone does not pull the files from under a running server. $1: data folder.
server_copy() {
  local app=$1/app sum
  sum=$(cat "$stamps/server-build" "$stamps/frontend-build" 2>/dev/null || date)
  [ -f "$app/stamp" ] && [ "$(cat "$app/stamp")" = "$sum" ] && return 0
  rm -rf "$app" && mkdir -p "$app" && cp -R "$host_output" "$app/host" && cp -R "$migrator_output" "$app/migrator" &&
    cp -R "$opener_output" "$app/opener" && cp -R "$root/angular/dist" "$app/web" && printf '%s\n' "$sum" >"$app/stamp"
}

# $1: data folder, $2: migrate or seed.
server_migrator() {
  (cd "$root/src/DpsPortal.DbMigrator" &&
    exec env "${migrator_environment[@]}" "${host_environment[@]}" dotnet "$1/app/migrator/DpsPortal.DbMigrator.dll" "$2")
}

# Becomes the Opener, once the database is migrated; call it in the background. $1: data folder; more: what runs it.
server_opener() {
  local data=$1
  shift
  exec env "${opener_environment[@]}" "$@" dotnet "$data/app/opener/dps-opener.dll"
}

# Waits until the Opener with process $2 says in its log $1 that it is at work.
opener_wait() {
  local tries
  for tries in $(seq 200); do
    grep -q 'Waiting for requests' "$1" 2>/dev/null && return 0
    kill -0 "$2" 2>/dev/null || return 1
    sleep 0.1
  done
  return 1
}

# Becomes the server; call it in the background. $1: data folder, $2: port.
server_host() {
  cd "$root/src/DpsPortal.HttpApi.Host" &&
    exec env "${host_environment[@]}" "ASPNETCORE_URLS=http://localhost:$2" "Portal__Address=http://localhost:$2" \
      dotnet "$1/app/host/DpsPortal.HttpApi.Host.dll"
}

# True while the portal on the port $1 has no organisation.
server_needs_set_up() {
  # shellcheck disable=SC2016 # JavaScript
  node -e '
    const http = require("http");
    http.get({ host: "localhost", port: process.argv[1], path: "/api/set-up" }, answer => {
      let text = "";
      answer.on("data", part => (text += part)).on("end", () => process.exit(answer.statusCode === 200 && JSON.parse(text).needed ? 0 : 1));
    }).on("error", () => process.exit(1));' "$1"
}

# Waits until the server on the port is ready; fails when its process $2 ends or $3 seconds pass.
server_wait() {
  # shellcheck disable=SC2016 # JavaScript
  node -e '
    const [url, pid, seconds] = process.argv.slice(1), end = Date.now() + seconds * 1000;
    const look = async () => {
      try { if ((await fetch(url, { signal: AbortSignal.timeout(2000) })).ok) process.exit(0); } catch { /* not yet */ }
      try { process.kill(Number(pid), 0); } catch { process.exit(1); }
      if (Date.now() > end) process.exit(1);
      setTimeout(look, 100);
    };
    look();' "http://localhost:$1/ready" "$2" "$3"
}
