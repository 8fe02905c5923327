#!/usr/bin/env bash
# Builds the solution as -p:AbpPackages=true does, where ABP's packages cannot be had: etc/try-abp-packages.sh
# Packages of ABP's names and version are made that hold the stand-in, and a copy of the repository is built against them alone.
# This proves references, versions, conditions and package names; it cannot prove ABP's own behaviour.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
house="$work/house"
mkdir -p "$work/feed" "$work/libs" "$house"
(cd "$root" && git ls-files -z | tar --null -T - -cf -) | tar -xf - -C "$house"
version=$(sed -n 's:.*<AbpVersion>\(.*\)</AbpVersion>.*:\1:p' "$house/common.props")

# 1. The stand-in, and the one type that only the host's file for ABP uses.
for project in "$house"/modules/abp/*/*.csproj; do dotnet build "$project" -v q -nologo -clp:ErrorsOnly; done
echo '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>' > "$work/libs/Libs.csproj"
echo 'namespace Volo.Abp.AspNetCore.Mvc.Libs; public class AbpMvcLibsOptions { public bool CheckLibs { get; set; } = true; }' > "$work/libs/Libs.cs"
dotnet build "$work/libs" -v q -nologo -clp:ErrorsOnly -o "$work/libs/out"

# 2. A package for each name that a project asks for; each is empty and depends on the one that holds the stand-in.
dotnet msbuild "$house/etc/abp-packages.proj" -p:Report="$work/report" -nologo -v:q
pack() { # NAME VERSION NUSPEC-BODY FILES...
  local name=$1 version=$2 body=$3 folder="$work/pack/$1"; shift 3
  mkdir -p "$folder/lib/net10.0"
  if [ $# = 0 ]; then touch "$folder/lib/net10.0/_._"; else cp "$@" "$folder/lib/net10.0/"; fi
  cat > "$folder/$name.nuspec" <<XML
<?xml version="1.0"?><package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata><id>$name</id><version>$version</version>
<authors>nobody</authors><description>The stand-in under the name of one of ABP's packages.</description>$body</metadata></package>
XML
  (cd "$folder" && zip -q -r "$work/feed/$name.$version.nupkg" .)
}
own=$(sed -n 's:.*<PackageReference Include="\([^"]*\)" />.*:\1:p' "$house"/modules/abp/Abp.*/*.csproj | sort -u)
depends=$(for name in $own; do sed -n "s:.*<PackageVersion Include=\"$name\" Version=\"\([^\"]*\)\" />.*:<dependency id=\"$name\" version=\"\1\" />:p" "$house/Directory.Packages.props" | head -1; done)
pack StandIn.AsAbp "$version" "<dependencies><group targetFramework=\"net10.0\">$depends</group></dependencies><frameworkReferences><group targetFramework=\"net10.0\"><frameworkReference name=\"Microsoft.AspNetCore.App\" /></group></frameworkReferences>" \
  $(for project in "$house"/modules/abp/Abp.*/; do find "$project/bin" -name "$(basename "$project").dll" -path '*/net10.0/*' | head -1; done) "$work/libs/out/Libs.dll"
for name in $(awk '$2=="package" && $3 ~ /^Volo\.Abp\./ {print $3}' "$work/report" | sort -u); do
  pack "$name" "$version" "<dependencies><group targetFramework=\"net10.0\"><dependency id=\"StandIn.AsAbp\" version=\"$version\" /></group></dependencies>"
done
# The one package of our registry's gaps that is a project of ours.
[ ! -d "$house/modules/abp/Microsoft.SqlServer.Server" ] ||
  pack Microsoft.SqlServer.Server 1.0.0 "" "$(find "$house/modules/abp/Microsoft.SqlServer.Server/bin" -name Microsoft.SqlServer.Server.dll | head -1)"

# 3. The solution with the switch, and without the stand-in's sources. The trial's packages stay out of the machine's cache.
find "$house/modules/abp" \( -name '*.cs' -o -name '*.cshtml' \) -delete
find "$house" \( -name bin -o -name obj \) -type d -prune -exec rm -rf {} +
{ echo '<configuration><packageSources>'; echo "<add key=\"abp\" value=\"$work/feed\" />"; echo '</packageSources></configuration>'; } > "$house/nuget.config"
NUGET_PACKAGES="$work/packages" dotnet build "$house/Crm.sln" -p:AbpPackages=true -p:RegistryGaps=true "-p:RestoreFallbackFolders=$HOME/.nuget/packages" -v q -nologo -clp:ErrorsOnly
echo "Crm.sln builds with AbpPackages=true against packages of ABP's names, version $version."
