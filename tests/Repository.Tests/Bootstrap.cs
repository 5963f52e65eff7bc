using System.Diagnostics;

namespace Repository.Tests;

/// <summary>
/// A folder with the two scripts and global.json of this repository, and with commands in <c>bin</c>, first on the path: a <c>dotnet</c> that
/// has the SDKs it is given and notes what it is asked for, and a download that fails.
/// </summary>
public sealed class Bootstrap : IDisposable
{
    private const string Dotnet = """
        #!/usr/bin/env bash
        case "$1" in
          --list-sdks) cat "$(dirname "$0")/sdks" ;;
          msbuild) echo compiled >>"$ROOT/compilations"; mkdir -p "$ROOT/.artifacts/bin/Build/release"; touch "$ROOT/.artifacts/bin/Build/release/Build.dll" ;;
          *) echo $$ >"$ROOT/host-process"; echo "the host, by the dotnet on the $(cat "$(dirname "$0")/name")" ;;
        esac
        """;

    private const string Download = """
        #!/usr/bin/env bash
        echo "download of $*"
        exit 7
        """;

    private readonly string root;

    /// <param name="name">How the name of the folder begins.</param>
    public Bootstrap(string name = "bootstrap ")
    {
        root = Directory.CreateTempSubdirectory(name).FullName;
        foreach (var file in (string[])["build.sh", "build.ps1", "global.json"])
            File.Copy(Path.Combine(RepositoryFiles.Root, file), At(file));
        foreach (var file in Directory.GetFiles(RepositoryFiles.Root, "Directory.*").Append(".editorconfig"))
            Write(Path.GetFileName(file), "");
        foreach (var file in (string[])["build/Build.csproj", "src/StandIns/Cake.Frosting/Engine.targets", "src/Directory.Build.props", "src/BannedSymbols.txt"])
            Write(file, "");
        WriteCommand("bin/curl", Download);
        WriteCommand("bin/wget", Download);
    }

    /// <summary>How often the host was compiled.</summary>
    public int Compilations => File.ReadAllLines(At("compilations")).Length;

    /// <summary>Id of the process that the host ran in.</summary>
    public string HostProcess => File.ReadAllText(At("host-process")).Trim();

    /// <summary>Puts a dotnet with these SDKs into a folder, in place of one that is there.</summary>
    public Bootstrap With(string folder, params string[] versions)
    {
        WriteCommand($"{folder}/dotnet", Dotnet);
        Write($"{folder}/name", folder == "bin" ? "path" : folder);
        Write($"{folder}/sdks", string.Concat(versions.Select(version => $"{version} [/usr/share/dotnet/sdk]\n")));
        return this;
    }

    public (int ExitCode, string Output) RunSh() => RunSh(out _);

    /// <param name="script">Id of the process that ran the script.</param>
    public (int ExitCode, string Output) RunSh(out int script) => Run(out script, "bash", At("build.sh"));

    public (int ExitCode, string Output) RunPowerShell() => Run(out _, PowerShell.Executable!, "-NoProfile", "-File", At("build.ps1"));

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string At(string path) => Path.Combine(root, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    private void WriteCommand(string path, string text)
    {
        Write(path, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(At(path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>What it wrote to both outputs, less what says that it compiles or builds with stand-ins.</summary>
    private (int ExitCode, string Output) Run(out int id, string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ROOT"] = root;
        start.Environment["PATH"] = $"{At("bin")}:{start.Environment["PATH"]}";
        start.Environment["https_proxy"] = "http://127.0.0.1:9"; // where nobody listens: PowerShell downloads by itself
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        id = process.Id;
        var host = output.TrimEnd().Split('\n')[^1];
        return process.ExitCode == 0 ? (0, host) : (process.ExitCode, output + errors.Result);
    }
}
