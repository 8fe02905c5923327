#!/usr/bin/env bash
# Adds a migration for each database: etc/migrate.sh NAME
set -eu
cd "$(dirname "$0")/.."
dotnet tool restore
for provider in Sqlite PostgreSql SqlServer; do
  project=host/Workspace.Migrations.$provider
  dotnet ef migrations add "$1" --project $project --startup-project $project --output-dir Migrations
done
