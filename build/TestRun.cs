namespace Build;

/// <summary>Runs the tests that have been compiled, and prints their counts.</summary>
internal sealed class TestRun(BuildContext context)
{
    /// <param name="choice">Options of <c>dotnet test</c> that leave some out.</param>
    public void Run(params string[] choice)
    {
        var folder = Path.Combine(context.Artifacts, "test-results");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);

        // The assemblies, not the solution: its projects have just been compiled, and evaluating them again takes longer than many tests.
        var exitCode = context.DotnetExitCode([
            "test", .. Assemblies(), .. choice, "--results-directory", folder, "--logger", "trx;LogFileName=tests.trx",
            "--logger", "console;verbosity=minimal", "--", "RunConfiguration.MaxCpuCount=0",
        ]);

        var file = Path.Combine(folder, "tests.trx");
        if (!File.Exists(file))
            throw context.Fail(ExitCode.Failed);
        var results = TestResults.Read(file);
        foreach (var skipped in results.Skipped)
            Console.WriteLine(skipped);
        if (results.Count == 0)
            Console.Error.WriteLine("No test ran.");
        Console.WriteLine(results.Summary);
        if (exitCode != ExitCode.Done || results.AnyFailed || results.Count == 0)
            throw context.Fail(ExitCode.Failed);
    }

    /// <summary>The assemblies of the tests that compiling the solution has left: which those are, the solution decides.</summary>
    private IEnumerable<string> Assemblies()
    {
        var tests = Path.Combine(context.Artifacts, "tests.txt");
        if (!File.Exists(tests))
            throw context.Refuse("No tests have been compiled: ./build.sh --target=Test compiles them, without --exclusive.");
        return File.ReadLines(tests).Order(StringComparer.Ordinal).Select(name => context.AssemblyOf(name, name));
    }
}
