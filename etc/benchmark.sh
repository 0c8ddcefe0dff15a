#!/usr/bin/env bash
# Measures every list of the portal with 250 and with 2,500 providers (10,000 and 100,000 documents), on a portal and a
# database of its own, and prints a table. Some minutes; the clone has to be built (bash etc/run.sh does it).
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
. etc/scripts/prerequisites.sh
. etc/scripts/postgres.sh
. etc/scripts/server.sh
data=$(mktemp -d "${TMPDIR:-/tmp}/dps-portal-benchmark.XXXXXXXX")
server=
clean_up() {
  [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; } || true
  postgres_remove "$data/postgres" >/dev/null 2>&1 || true
  rm -rf "$data"
}
trap clean_up EXIT
superuser=$(postgres_start "$data/postgres")
server_is_built || server_build
server_copy "$data" && server_environment "$data" "$superuser"
server_migrator "$data" migrate >"$data/migrate.log" 2>&1
server_migrator "$data" seed >"$data/seed.log" 2>&1
port=${1:-5097}
server_host "$data" "$port" >"$data/host.log" 2>&1 &
server=$!
server_wait "$port" "$server" 60
dotnet build test/DpsPortal.Benchmarks -c Release -v quiet -nologo -p:UseSharedCompilation=true
DPS_DEMO_PASSWORD=$DPS_DEMO_PASSWORD DPS_BASE_URL=http://localhost:$port DPS_SUPERUSER="$superuser;Database=dps_portal" \
  dotnet run --project test/DpsPortal.Benchmarks -c Release --no-build
