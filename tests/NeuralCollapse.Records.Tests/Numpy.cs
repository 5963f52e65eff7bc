using System.Diagnostics;

namespace NeuralCollapse.Records.Tests;

/// <summary>A Python that has NumPy, run as a process.</summary>
internal static class Numpy
{
    /// <summary>Its executable, or null. A shim may come first on the path and have none, so the system's own is asked too.</summary>
    public static string? Python { get; } = new[] { "python3", "/usr/bin/python3", "python" }.FirstOrDefault(p => Run(p, "import numpy") is { Ended: true, Errors: "" });

    /// <summary>Runs a program with these arguments; <c>Ended</c> is false where there is no such executable or it ends in an error.</summary>
    public static (bool Ended, string Output, string Errors) Run(string python, string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode == 0, output, errors.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (false, "", $"no {python}");
        }
    }
}
