#!/usr/bin/env bash
# Adds one migration to both engines: deploy/migrations.sh NAME. With --renew and no release yet, makes the first one anew.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
dotnet build src/Storefront -v q -p:RunAnalyzers=false
for engine in Sqlite SqlServer; do
  if [ "$1" = --renew ]; then rm -rf "src/Storefront/Data/Providers/$engine/Migrations"; fi
done
if [ "$1" = --renew ]; then dotnet build src/Storefront -v q -p:RunAnalyzers=false; set -- Initial; fi
for engine in Sqlite SqlServer; do
  dotnet ef migrations add "$1" --no-build --project src/Storefront --context "${engine}StoreDb" \
    --output-dir "Data/Providers/$engine/Migrations"
done
