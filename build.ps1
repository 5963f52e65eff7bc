# Hands its arguments to the build host in build/, as build.sh does. Before that it finds the .NET SDK named in global.json, or installs
# it into .dotnet/. ./build.ps1 --help lists targets and options.
$ErrorActionPreference = 'Stop'

$root = $PSScriptRoot
$version = (Get-Content -Raw (Join-Path $root 'global.json') | ConvertFrom-Json).sdk.version
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'

function Test-Sdk([string] $dotnet) {
    if (-not (Get-Command $dotnet -ErrorAction SilentlyContinue)) { return $false }
    return [bool] (& $dotnet --list-sdks | Where-Object { $_.StartsWith("$version [") })
}

function Install-Sdk([string] $folder) {
    Write-Host "Installing the .NET SDK $version into .dotnet ..."
    New-Item -ItemType Directory -Force $folder | Out-Null
    $extension = if ($env:OS -eq 'Windows_NT') { 'ps1' } else { 'sh' }
    $script = Join-Path $folder "dotnet-install.$extension"
    try {
        Invoke-WebRequest -UseBasicParsing "https://dot.net/v1/dotnet-install.$extension" -OutFile $script
        if ($extension -eq 'ps1') { & $script -Version $version -InstallDir $folder -NoPath }
        else { bash $script --version $version --install-dir $folder --no-path }
    }
    catch { Write-Host $_.Exception.Message }
    if (-not (Test-Sdk (Join-Path $folder 'dotnet'))) {
        Write-Host "The .NET SDK $version (see global.json) is neither on this machine nor could it be downloaded."
        Write-Host "Install exactly that version, so that 'dotnet --list-sdks' shows it, or unpack it into $folder, and try again."
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
