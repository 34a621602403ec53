#!/usr/bin/env bash
# Adds one migration to both engines: deploy/migrations.sh NAME. Before the first release, --renew makes the only one anew.
set -euo pipefail
cd "$(dirname "$0")/.."
name=$1
if [ "$name" = --renew ]; then
  name=Initial
  rm -rf src/Storefront/Data/Providers/*/Migrations
fi
dotnet tool restore >/dev/null
dotnet build src/Storefront -v q -p:RunAnalyzers=false
for engine in Sqlite SqlServer; do
  dotnet ef migrations add "$name" --no-build --project src/Storefront --context "${engine}StoreDb" \
    --output-dir "Data/Providers/$engine/Migrations"
done
