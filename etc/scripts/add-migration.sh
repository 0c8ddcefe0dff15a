#!/usr/bin/env bash
# Adds a migration of the one context:  bash etc/scripts/add-migration.sh NAME
set -euo pipefail
cd "$(dirname "$0")/../.."
dotnet tool restore >/dev/null
dotnet build src/DpsPortal.DbMigrator -p:UseSharedCompilation=true -v quiet -nologo
dotnet dotnet-ef migrations add "${1:?the name of the migration}" --no-build \
  --project src/DpsPortal.EntityFrameworkCore --startup-project src/DpsPortal.DbMigrator \
  --context DpsPortalDbContext --output-dir Migrations
