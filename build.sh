#!/usr/bin/env bash
# Hands its arguments to the build host in build/. Before that it finds a .NET SDK of the major version that global.json names, or installs
# one into .dotnet/ where there is none, and compiles the host where its sources have changed. ./build.sh --help lists targets and options.
set -euo pipefail

root="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)"
bin="$root/.artifacts/bin/Build/release"

# MSBuild takes these characters of a path for its own.
case "$root" in
  *[\;\'%]*)
    echo "$root: expected a folder whose path has none of ; ' and %, which MSBuild does not build in; move or rename it." >&2
    exit 2 ;;
esac

major="$(sed -n 's/.*"version": *"\([0-9]*\).*/\1/p' "$root/global.json")"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# The SDKs that a dotnet has and global.json allows: released ones of that major version. Fails where there is none.
sdks() {
  "$1" --list-sdks 2>/dev/null | grep -E "^$major\.[0-9.]+ \["
}

download() {
  if command -v curl >/dev/null; then curl -fsSL "$1" -o "$2"; else wget -q "$1" -O "$2"; fi
}

install_sdk() {
  echo "Installing a .NET $major SDK into .dotnet/ ..." >&2
  mkdir -p "$root/.dotnet"
  if ! { download https://dot.net/v1/dotnet-install.sh "$root/.dotnet/dotnet-install.sh" \
      && bash "$root/.dotnet/dotnet-install.sh" --channel "$major.0" --install-dir "$root/.dotnet" --no-path >&2; }; then
    echo "There is no .NET $major SDK on this machine, nor could one be downloaded." >&2
    echo "Install any, so that 'dotnet --list-sdks' shows $major.0.x, or unpack one into $root/.dotnet, and try again." >&2
    exit 2
  fi
}

if ! sdks dotnet >/dev/null; then
  sdks "$root/.dotnet/dotnet" >/dev/null || install_sdk
  export DOTNET_ROOT="$root/.dotnet" PATH="$root/.dotnet:$PATH"
fi

# All that the host is made of, with checksums: it is compiled anew when any of it differs, never because of a file's time.
sources() {
  echo "StandIns '${StandIns:-}'"
  sdks dotnet # which of them is used, global.json says: the newest
  find build global.json src/StandIns/Cake.Frosting src/Directory.Build.props src/BannedSymbols.txt Directory.*.props Directory.*.targets .editorconfig \
    -type f -exec cksum {} + | LC_ALL=C sort
}

# What compiling left: an editor or a test run may have compiled other sources since.
outputs() {
  cksum "$bin"/*.dll 2>/dev/null || true
}

cd -- "$root"
made_of="$(sources)"
if [ ! -f "$bin/sources.txt" ] || [ "$made_of$(outputs)" != "$(cat -- "$bin/sources.txt")" ]; then
  echo "Compiling the build host ..." >&2
  [ "${StandIns:-true}" != true ] || echo "With stand-ins for Cake.Frosting, Verify.Xunit and QuestPDF;" \
    "StandIns=false ./build.sh ... uses the packages themselves (see README.md)." >&2
  rm -f -- "$bin/sources.txt"
  dotnet msbuild build/Build.csproj -restore -nologo -verbosity:quiet -property:Configuration=Release >&2
  printf '%s\n' "$made_of$(outputs)" >"$bin/sources.txt"
fi

cd -- build
exec dotnet "$bin/Build.dll" "$@"
