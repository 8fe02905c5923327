#!/usr/bin/env bash
# A folder that runs without an installed .NET: etc/publish.sh [FOLDER [PROJECT]]. Compiled ahead of time (ReadyToRun), the database's model too, so that it starts at once.
set -eu
cd "$(dirname "$0")/.."
project=${2:-host/Workspace}
if [ "$project" = host/Workspace ]; then
  dotnet tool restore > /dev/null
  for provider in Sqlite PostgreSql; do
    migrations=host/Workspace.Migrations.$provider
    rm -rf $migrations/obj/CompiledModel
    # It lists each of a hundred files, and says on the same way what is wrong.
    said=$(dotnet ef dbcontext optimize --project $migrations --startup-project $migrations --configuration Release --output-dir obj/CompiledModel --namespace Workspace.Migrations.$provider.CompiledModel) || { echo "$said" >&2; exit 1; }
  done
fi
dotnet publish "$project" -c Release -r linux-x64 --self-contained -p:PublishReadyToRun=true -p:CompiledModel=obj/CompiledModel -o "${1:-publish}" -v q -nologo
