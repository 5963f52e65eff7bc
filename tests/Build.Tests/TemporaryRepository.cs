using System.Diagnostics;

namespace Build.Tests;

/// <summary>
/// A folder that looks to the build host like this repository, with a <c>collapse</c> that trains nothing: it prints what it was asked
/// and where it stood, and ends with the exit code it finds in the environment under the name of its command.
/// </summary>
public sealed class TemporaryRepository : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <AssemblyName>collapse</AssemblyName>
            <ImplicitUsings>enable</ImplicitUsings>
            <UseAppHost>false</UseAppHost>
          </PropertyGroup>
        </Project>
        """;

    private const string Properties = """
        <Project>
          <PropertyGroup>
            <UseArtifactsOutput>true</UseArtifactsOutput>
            <ArtifactsPath>$(MSBuildThisFileDirectory).artifacts</ArtifactsPath>
          </PropertyGroup>
        </Project>
        """;

    private const string Program = """
        Console.WriteLine($"collapse {string.Join('|', args)}");
        Console.WriteLine($"in {Environment.CurrentDirectory}");
        return int.Parse(Environment.GetEnvironmentVariable($"EXIT_{args[0]}") ?? "0");
        """;

    private readonly string root = Directory.CreateTempSubdirectory("a repository ").FullName;

    public TemporaryRepository()
    {
        Write("build/empty", "");
        Write("Directory.Build.props", Properties);
        Write("src/NeuralCollapse.Runner/NeuralCollapse.Runner.csproj", Project);
        Write(ProgramFile, Program);
    }

    public const string ProgramFile = "src/NeuralCollapse.Runner/Program.cs";

    public string Read(string file) => File.ReadAllText(Path.Combine(root, file));

    public bool Has(string file) => File.Exists(Path.Combine(root, file));

    public void Write(string file, string text)
    {
        var path = Path.Combine(root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Runs the build host; environment variables are given as NAME=VALUE before the arguments.</summary>
    public Ending Build(params string[] words)
    {
        var variables = words.TakeWhile(word => !word.StartsWith('-')).ToList();
        var host = Path.Combine(AppContext.BaseDirectory, "Build.dll");
        var start = new ProcessStartInfo("dotnet", [host, .. words.Skip(variables.Count)])
        {
            WorkingDirectory = Path.Combine(root, "build"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A test run has itself been started by MSBuild, whose variables would mislead the one started here.
        foreach (var leftover in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(leftover);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var variable in variables)
            start.Environment[variable.Split('=')[0]] = variable.Split('=')[1];

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Ending(process.ExitCode, output.Replace(root, "ROOT", StringComparison.Ordinal), errors.Result);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
