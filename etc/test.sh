#!/usr/bin/env bash
# Builds everything and runs every test. Installs what the browser tests need where apt-get is at hand and we may use it.
# Closes with one line: N passed, N failed, N skipped.
set -u
cd "$(dirname "$0")/.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT

if ! command -v chromium >/dev/null 2>&1 && [ -z "${CRM_CHROMIUM:-}" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-dejavu-core >/dev/null
  else
    echo "The browser tests need Chromium: install it, or name it in CRM_CHROMIUM." >&2
  fi
fi

if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && ! command -v initdb >/dev/null 2>&1 && [ -z "${CRM_POSTGRES:-}" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql >/dev/null
  else
    echo "The tests on PostgreSQL are skipped: install postgresql, or name the folder of initdb and pg_ctl in CRM_POSTGRES." >&2
  fi
fi

dotnet build Crm.sln -c Debug -v q -nologo -clp:ErrorsOnly || { echo "The build failed."; echo "0 passed, 1 failed"; exit 1; }

status=0
for project in tests/*/*.Tests.csproj; do
  dotnet test "$project" --no-build -c Debug -nologo -v q --logger "console;verbosity=minimal" "$@" 2>&1 | tee -a "$log"
  [ "${PIPESTATUS[0]}" = 0 ] || status=1
done

sum=$(awk '/^(Passed|Failed|Skipped)! +- Failed:/{gsub(",","");for(i=1;i<=NF;i++){if($i=="Failed:")f+=$(i+1);if($i=="Passed:")p+=$(i+1);if($i=="Skipped:")s+=$(i+1)}}
     END{printf "%d passed, %d failed, %d skipped",p,f,s}' "$log")
# A run that broke down without a failed test must not look like a good one.
if [ "$status" != 0 ]; then case "$sum" in *" 0 failed"*) sum="${sum/ 0 failed/ 1 failed}" ;; esac; fi
echo "$sum"
exit "$status"
