#!/usr/bin/env bash
# Writes anew what is generated: until the first release the one migration, then the OpenAPI document and the
# Angular client made from it.
set -euo pipefail
cd "$(dirname "$0")/../.."
rm -rf src/DpsPortal.EntityFrameworkCore/Migrations
bash etc/scripts/add-migration.sh Initial
dotnet build src/DpsPortal.HttpApi.Host -p:UseSharedCompilation=true -v quiet -nologo
if [ -f angular/package.json ] && [ -d angular/node_modules ]; then
  (cd angular && npm run --silent api:generate)
fi
