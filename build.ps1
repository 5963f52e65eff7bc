# Hands its arguments to the build host in build/, as build.sh does. Before that it finds a .NET SDK of the major version that global.json
# names, or installs one into .dotnet/ where there is none. ./build.ps1 --help lists targets and options.
$ErrorActionPreference = 'Stop'

$root = $PSScriptRoot
# MSBuild takes these characters of a path for its own.
if ($root -match "[;'%]") {
    [Console]::Error.WriteLine("${root}: expected a folder whose path has none of ; ' and %, which MSBuild does not build in; move or rename it.")
    exit 2
}

$major = (Get-Content -Raw (Join-Path $root 'global.json') | ConvertFrom-Json).sdk.version.Split('.')[0]
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'

function Test-Sdk([string] $dotnet) {
    if (-not (Get-Command $dotnet -ErrorAction SilentlyContinue)) { return $false }
    # Released ones of that major version: those that global.json allows.
    return [bool] (& $dotnet --list-sdks | Where-Object { $_ -match "^$major\.[0-9.]+ \[" })
}

function Install-Sdk([string] $folder) {
    Write-Host "Installing a .NET $major SDK into .dotnet ..."
    New-Item -ItemType Directory -Force $folder | Out-Null
    $extension = if ($env:OS -eq 'Windows_NT') { 'ps1' } else { 'sh' }
    $script = Join-Path $folder "dotnet-install.$extension"
    try {
        Invoke-WebRequest -UseBasicParsing "https://dot.net/v1/dotnet-install.$extension" -OutFile $script
        if ($extension -eq 'ps1') { & $script -Channel "$major.0" -InstallDir $folder -NoPath }
        else { bash $script --channel "$major.0" --install-dir $folder --no-path }
    }
    catch { Write-Host $_.Exception.Message }
    if (-not (Test-Sdk (Join-Path $folder 'dotnet'))) {
        Write-Host "There is no .NET $major SDK on this machine, nor could one be downloaded."
        Write-Host "Install any, so that 'dotnet --list-sdks' shows $major.0.x, or unpack one into $folder, and try again."
        exit 2
    }
}

if (-not (Test-Sdk 'dotnet')) {
    $local = Join-Path $root '.dotnet'
    if (-not (Test-Sdk (Join-Path $local 'dotnet'))) { Install-Sdk $local }
    $env:DOTNET_ROOT = $local
    $env:PATH = $local + [IO.Path]::PathSeparator + $env:PATH
}

# Up to date or not is left to MSBuild here, which takes some seconds each time.
Push-Location (Join-Path $root 'build')
try {
    $build = Join-Path $root '.artifacts/bin/Build/release/Build.dll'
    $before = (Get-Item $build -ErrorAction SilentlyContinue).LastWriteTimeUtc
    dotnet msbuild Build.csproj -restore -nologo -verbosity:quiet -property:Configuration=Release
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
    if (($before -ne (Get-Item $build).LastWriteTimeUtc) -and ($env:StandIns -in $null, '', 'true')) {
        [Console]::Error.WriteLine('Compiled with stand-ins for Cake.Frosting, Verify.Xunit and QuestPDF; ' +
            'with $env:StandIns = ''false'' the packages themselves are used (see README.md).')
    }
    dotnet $build @args
    exit $LASTEXITCODE
}
finally {
    Pop-Location
}
