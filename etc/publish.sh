#!/usr/bin/env bash
# A folder that runs without an installed .NET: etc/publish.sh [FOLDER [PROJECT]]. Compiled ahead of time (ReadyToRun), so that it starts at once.
set -eu
cd "$(dirname "$0")/.."
dotnet publish "${2:-host/Workspace}" -c Release -r linux-x64 --self-contained -p:PublishReadyToRun=true -o "${1:-publish}" -v q -nologo
