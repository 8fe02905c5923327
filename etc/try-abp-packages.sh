#!/usr/bin/env bash
# Builds the solution as -p:AbpPackages=true does, where ABP's packages cannot be had: etc/try-abp-packages.sh
# Packages of ABP's names and version are made that hold the stand-in, and a copy of the repository is built against them alone.
# This proves references, versions, conditions and package names; it cannot prove ABP's own behaviour.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version=$(sed -n 's:.*<AbpVersion>\(.*\)</AbpVersion>.*:\1:p' "$root/common.props")
mkdir -p "$work/feed" "$work/house"

# 1. The stand-in, and one file that only ABP has: what the host's own file for ABP uses.
dotnet build "$root/host/Workspace" -v q -nologo -clp:ErrorsOnly
mkdir -p "$work/libs"
cat > "$work/libs/Libs.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>
XML
echo 'namespace Volo.Abp.AspNetCore.Mvc.Libs; public class AbpMvcLibsOptions { public bool CheckLibs { get; set; } = true; }' > "$work/libs/Libs.cs"
dotnet build "$work/libs" -v q -nologo -clp:ErrorsOnly -o "$work/libs/out"

# 2. A package for each name that a project asks for; all of them hold nothing and depend on the one that holds the stand-in.
dotnet msbuild "$root/etc/abp-packages.proj" -p:Report="$work/report" -nologo -v:q
names=$(awk '$2=="package" && $3 ~ /^Volo\.Abp\./ {print $3}' "$work/report" | sort -u)
pack() { # NAME NUSPEC-BODY FILES...
  local name=$1 body=$2; shift 2
  local folder="$work/pack/$name"
  mkdir -p "$folder/lib/net10.0"
  [ $# = 0 ] || cp "$@" "$folder/lib/net10.0/"
  [ $# != 0 ] || touch "$folder/lib/net10.0/_._"
  cat > "$folder/$name.nuspec" <<XML
<?xml version="1.0"?><package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata><id>$name</id><version>$version</version>
<authors>nobody</authors><description>The stand-in under the name of one of ABP's packages.</description>$body</metadata></package>
XML
  (cd "$folder" && zip -q -r "$work/feed/$name.$version.nupkg" .)
}
depends=$(for package in Castle.Core:5.1.1 Castle.Core.AsyncInterceptor:2.0.0 Microsoft.EntityFrameworkCore.Relational:10.0.14 Microsoft.EntityFrameworkCore.Sqlite:10.0.14 Microsoft.Extensions.FileProviders.Embedded:10.0.14; do
  echo "<dependency id=\"${package%%:*}\" version=\"${package##*:}\" />"; done)
standin=$(find "$root/host/Workspace/bin/Debug/net10.0" -name 'Abp.*.dll'; ls "$work/libs/out/Libs.dll")
pack StandIn.AsAbp "<dependencies><group targetFramework=\"net10.0\">$depends</group></dependencies><frameworkReferences><group targetFramework=\"net10.0\"><frameworkReference name=\"Microsoft.AspNetCore.App\" /></group></frameworkReferences>" $standin
for name in $names; do
  pack "$name" "<dependencies><group targetFramework=\"net10.0\"><dependency id=\"StandIn.AsAbp\" version=\"$version\" /></group></dependencies>"
done

# 3. A copy without the stand-in's sources, built with the switch.
(cd "$root" && git ls-files -z | tar --null -T - -cf -) | tar -xf - -C "$work/house"
find "$work/house/modules/abp" \( -name '*.cs' -o -name '*.cshtml' \) -delete
feeds=$(dotnet nuget list source --format short | awk '$1=="E"{print $2}')
{ echo '<configuration><packageSources><clear />'; echo "<add key=\"abp\" value=\"$work/feed\" />"
  i=0; for feed in $feeds; do i=$((i+1)); echo "<add key=\"feed$i\" value=\"$feed\" />"; done; echo '</packageSources></configuration>'; } > "$work/house/nuget.config"
cd "$work/house"
# The trial's packages stay out of the machine's cache; what our registry lacks is pinned for the trial only.
NUGET_PACKAGES="$work/packages" dotnet build Crm.sln -p:AbpPackages=true -p:RegistryGaps=true "-p:RestoreFallbackFolders=$HOME/.nuget/packages" -v q -nologo -clp:ErrorsOnly
echo "Crm.sln builds with AbpPackages=true against packages of ABP's names, version $version."
