using System.Diagnostics;

namespace Repository.Tests;

/// <summary>A real PowerShell: that of the machine, or else one built from its package, in some seconds, for as long as the tests run.</summary>
internal static class PowerShell
{
    private const string Program = """
        #:package Microsoft.PowerShell.SDK@7.6.9
        #:property PublishAot=false
        return Microsoft.PowerShell.UnmanagedPSEntry.Start(args, args.Length);
        """;

    private static readonly Lazy<string?> Found = new(() => OnThePath() ?? Build());

    /// <summary>Its executable; null where there is none and none can be built.</summary>
    public static string? Executable => Found.Value;

    private static string? OnThePath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh")).FirstOrDefault(File.Exists);

    private static string? Build()
    {
        var folder = Directory.CreateTempSubdirectory("powershell-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        File.WriteAllText(Path.Combine(folder, "pwsh.cs"), Program);
        var start = new ProcessStartInfo("dotnet", ["build", "pwsh.cs", "--output", "bin", "--nologo", "--verbosity", "quiet"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var leftover in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(leftover);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var build = Process.Start(start)!;
        var errors = build.StandardError.ReadToEndAsync();
        build.StandardOutput.ReadToEnd();
        errors.Wait();
        build.WaitForExit();
        return build.ExitCode == 0 ? Path.Combine(folder, "bin", OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh") : null;
    }
}
