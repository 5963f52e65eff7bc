using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>
/// The sources that a program was built from, as git named them when it was built: see Revision.targets. Whatever people edit, commit or check
/// out afterwards is not in the program that is running.
/// </summary>
/// <param name="Commit">The commit of the sources.</param>
/// <param name="IsDirty">Whether they differed from it.</param>
internal sealed record Revision(string Commit, bool IsDirty)
{
    /// <summary>Variables with which git, when it runs a hook or a command of the user's, points to a repository of its own choice.</summary>
    private static readonly string[] Pointers =
        ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE", "GIT_PREFIX"];

    /// <summary>That of the program that is running; null where nobody knew it when it was built.</summary>
    /// <param name="unknown">Then the reason.</param>
    public static Revision? OfThisProgram(out string unknown)
    {
        var stamped = typeof(Revision).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToLookup(a => a.Key, a => a.Value ?? "");
        unknown = stamped["NoCommit"].FirstOrDefault("");
        return stamped["Commit"].FirstOrDefault() is { Length: > 0 } commit ? new(commit, stamped["Dirty"].Any()) : null;
    }

    /// <summary>What a plan states, with the last commit that changed its spec; null where it states nothing.</summary>
    public static Statement? StatementOf(Plan plan)
    {
        if (plan.Stated.Hash is not { } hash)
            return null;
        var file = plan.File is null ? null : new FileInfo(plan.File);
        var last = file is not null && Git(file.Directory!, "status", "--porcelain", "--", file.Name) is { Length: 0 }
            ? Git(file.Directory!, "log", "-1", "--format=%H %cI", "--", file.Name) : null;
        return last?.Split(' ') is [var commit, var at] ? new(hash, commit, DateTimeOffset.Parse(at, CultureInfo.InvariantCulture).ToUniversalTime()) : new(hash, null, null);
    }

    /// <summary>What git answers; null when it does not.</summary>
    private static string? Git(DirectoryInfo root, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = root.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var pointer in Pointers)
            start.Environment.Remove(pointer);
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0"; // asking must not get into the way of what the user does with git at the moment
        try
        {
            using var git = Process.Start(start)!;
            var errors = git.StandardError.ReadToEndAsync();
            var answer = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            errors.Wait();
            return git.ExitCode == 0 ? answer : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // there is no git
        }
    }
}
