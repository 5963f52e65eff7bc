using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;

namespace Build;

/// <summary>
/// What a compiled folder was made of, and what was in it afterwards. Contents of sources are compared, not their times: a checkout, a
/// copy or a touched file can neither pass off old code as new nor cause compiling for nothing.
/// </summary>
internal sealed class Stamp(BuildContext context, string compiled, string file)
{
    private readonly string sources = Sources(context);

    public bool IsUpToDate => File.Exists(file) && File.ReadAllText(file) == Text;

    /// <summary>Compiling has begun: until it has succeeded, nothing is known of the folder.</summary>
    public void Forget() => File.Delete(file);

    /// <summary>Compiling has succeeded. The sources are those of before it began: one edited meanwhile is compiled again.</summary>
    public void Remember() => File.WriteAllText(file, Text);

    private string Text => sources + Listing(compiled, found => $"{found.Length} {found.LastWriteTimeUtc.Ticks}");

    private static string Sources(BuildContext context)
    {
        var shared = new DirectoryInfo(context.Root).EnumerateFiles()
            .Where(found => found.Extension is ".props" or ".targets" || found.Name is "global.json" or ".editorconfig")
            .OrderBy(found => found.Name, StringComparer.Ordinal)
            .Select(found => $"{found.Name} {Hash(found)}\n");
        var variables = string.Concat(new[] { "StandIns", "TorchBackend" }.Select(name => $"{name} '{System.Environment.GetEnvironmentVariable(name)}'\n"));
        return $"SDK {Sdk}\ndirty {IsDirty(context)}\n" + variables + string.Concat(shared) + Listing(context.PathTo("src"), Hash);
    }

    /// <summary>Whether git knows of changes in the sources: it is stamped into what is compiled, and committing them changes no source.</summary>
    private static bool IsDirty(BuildContext context)
    {
        var start = new ProcessStartInfo("git", ["--no-optional-locks", "status", "--porcelain", "--", "src", "Directory.*", "global.json"])
        {
            WorkingDirectory = context.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            var errors = git.StandardError.ReadToEndAsync();
            var changes = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            errors.Wait();
            return changes.Length > 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // there is no git
        }
    }

    /// <summary>The SDK that has compiled this host, which is compiled before anything else whenever the SDK changes.</summary>
    private static string Sdk => typeof(Stamp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "SdkVersion").Value!;

    private static string Listing(string folder, Func<FileInfo, string> describe)
    {
        var directory = new DirectoryInfo(folder);
        return !directory.Exists ? "" : string.Concat(directory.EnumerateFiles("*", SearchOption.AllDirectories)
            .OrderBy(found => found.FullName, StringComparer.Ordinal)
            .Select(found => $"{Path.GetRelativePath(folder, found.FullName)} {describe(found)}\n"));
    }

    private static string Hash(FileInfo found) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(found.FullName)));
}
