#!/usr/bin/env bash
# Adds a migration for each database: etc/migrate.sh NAME
set -eu
cd "$(dirname "$0")/.."
dotnet tool restore
dotnet ef migrations add "$1" --project host/Workspace.Migrations.Sqlite --startup-project host/Workspace.Migrations.Sqlite --output-dir Migrations
