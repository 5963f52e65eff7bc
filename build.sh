#!/usr/bin/env bash
# Hands its arguments to the build host in build/. Before that it finds the .NET SDK named in global.json, or installs it into .dotnet/,
# and compiles the host where its sources have changed. ./build.sh --help lists targets and options.
set -euo pipefail

root="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)"
bin="$root/.artifacts/bin/Build/release"
version="$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$root/global.json")"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

has_sdk() {
  local sdks
  sdks="$("$1" --list-sdks 2>/dev/null)" || return 1
  case $'\n'"$sdks" in *$'\n'"$version ["*) return 0 ;; *) return 1 ;; esac
}

download() {
  if command -v curl >/dev/null; then curl -fsSL "$1" -o "$2"; else wget -q "$1" -O "$2"; fi
}

install_sdk() {
  echo "Installing the .NET SDK $version into .dotnet/ ..." >&2
  mkdir -p "$root/.dotnet"
  if ! { download https://dot.net/v1/dotnet-install.sh "$root/.dotnet/dotnet-install.sh" \
      && bash "$root/.dotnet/dotnet-install.sh" --version "$version" --install-dir "$root/.dotnet" --no-path >&2; }; then
    echo "The .NET SDK $version (see global.json) is neither on this machine nor could it be downloaded." >&2
    echo "Install exactly that version, so that 'dotnet --list-sdks' shows it, or unpack it into $root/.dotnet, and try again." >&2
    exit 2
  fi
}

if ! has_sdk dotnet; then
  has_sdk "$root/.dotnet/dotnet" || install_sdk
  export DOTNET_ROOT="$root/.dotnet" PATH="$root/.dotnet:$PATH"
fi

# All that the host is made of, with checksums: it is compiled anew when any of it differs, never because of a file's time.
sources() {
  echo "SDK $version, StandIns '${StandIns:-}'"
  find build src/StandIns/Cake.Frosting src/Directory.Build.props src/BannedSymbols.txt Directory.*.props Directory.*.targets .editorconfig \
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
