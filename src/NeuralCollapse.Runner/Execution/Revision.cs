using System.Diagnostics;
using System.Globalization;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>
/// The sources that a program was built from, as git names them. They are asked for when a command begins, before any cell: while cells
/// train, which may take days, people go on to edit and commit, and none of that is in the program that is running.
/// </summary>
/// <param name="Commit">The commit of the program's own checkout.</param>
/// <param name="IsDirty">Whether the checkout differs from it, results aside.</param>
internal sealed record Revision(string Commit, bool IsDirty)
{
    private static readonly string Mark = Path.Combine("src", "NeuralCollapse.Runner", "NeuralCollapse.Runner.csproj");

    /// <summary>Variables with which git, when it runs a hook or a command of the user's, points to a repository of its own choice.</summary>
    private static readonly string[] Pointers =
        ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE", "GIT_PREFIX"];

    /// <summary>That of the program that is running; null where nobody knows it.</summary>
    /// <param name="unknown">Then the reason.</param>
    public static Revision? OfThisProgram(out string unknown) => Of(AppContext.BaseDirectory, out unknown);

    /// <summary>What a plan states, with the last commit that changed its spec; null where it states nothing.</summary>
    public static Statement? StatementOf(Plan plan)
    {
        if (plan.Stated.Hash is not { } hash)
            return null;
        var file = plan.File is null ? null : new FileInfo(plan.File);
        var last = file is not null && Git(file.Directory!, out _, "status", "--porcelain", "--", file.Name) is { Length: 0 }
            ? Git(file.Directory!, out _, "log", "-1", "--format=%H %cI", "--", file.Name) : null;
        return last?.Split(' ') is [var commit, var at] ? new(hash, commit, DateTimeOffset.Parse(at, CultureInfo.InvariantCulture).ToUniversalTime()) : new(hash, null, null);
    }

    /// <summary>That of the program in a folder, which is somewhere below the checkout it was built from.</summary>
    internal static Revision? Of(string folder, out string unknown)
    {
        var root = new DirectoryInfo(folder);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, Mark)))
            root = root.Parent;
        if (root is null)
        {
            unknown = $"{folder} is not in a checkout of its sources";
            return null;
        }

        // Sources that are not under version control may still lie within somebody's repository; its commits say nothing of them.
        return Git(root, out unknown, "ls-files", "--error-unmatch", "--", Mark) is not null
            && Git(root, out unknown, "rev-parse", "HEAD") is { } commit
            && Git(root, out unknown, "status", "--porcelain", "--", ".", ":!results") is { } changes
            ? new(commit, changes.Length > 0)
            : null;
    }

    /// <summary>What git answers; null when it does not.</summary>
    private static string? Git(DirectoryInfo root, out string failure, params string[] arguments)
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
            failure = $"git {arguments[0]} in {root.FullName}: {errors.Result.Split('\n')[0].Trim()}";
            return git.ExitCode == 0 ? answer : null;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            failure = $"git cannot be started: {missing.Message}";
            return null;
        }
    }
}
