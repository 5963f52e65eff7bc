using System.Globalization;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>
/// What has ended the program, as its user is told: an error that can be put right is its message alone, and so is whatever the system
/// has refused; a training that diverged says where. Anything else is a defect of this program: one line, and a file with the trace for those who mend it.
/// </summary>
/// <param name="ExitCode">What the process tells its caller.</param>
/// <param name="Message">What it tells its user.</param>
internal sealed record Failure(int ExitCode, string Message)
{
    /// <summary>The failure that an exception is. Of a defect the trace is written to a file of the temporary folder.</summary>
    public static Failure Of(Exception exception)
    {
        var chain = Chain(exception).ToList();
        if (chain.OfType<DivergedException>().FirstOrDefault() is { } diverged)
            return new(Runner.ExitCode.Failed, diverged.Message);
        return chain.Select(Known).OfType<string>().FirstOrDefault() is { } message
            ? new(Runner.ExitCode.UserError, message)
            : new(Runner.ExitCode.Failed, Defect(exception, chain[^1]));
    }

    /// <summary>Tells the user, as far as standard error still takes it.</summary>
    /// <returns>The exit code.</returns>
    public int Tell()
    {
        try
        {
            Console.Error.WriteLine(Message);
        }
        catch (IOException)
        {
            // Nobody can be told; the exit code still says it.
        }

        return ExitCode;
    }

    /// <summary>An exception with those it wraps, from the outermost on.</summary>
    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            yield return exception;
    }

    /// <summary>What is said of an exception that is no defect; null for any other.</summary>
    private static string? Known(Exception exception) => exception switch
    {
        UserErrorException => exception.Message,
        DllNotFoundException or BadImageFormatException =>
            $"expected a native library that can be loaded, got none\n  cause: {FirstLine(exception)}\n" +
            "  remedy: run ./build.sh --target=Build, which restores the packages of this system",
        _ => Refusal.Of(exception),
    };

    private static string Defect(Exception exception, Exception innermost)
    {
        var what = $"a defect of collapse: {innermost.GetType().Name}: {FirstLine(innermost)}";
        var file = Path.Combine(Path.GetTempPath(), string.Create(
            CultureInfo.InvariantCulture, $"collapse-defect-{DateTime.UtcNow:yyyyMMdd-HHmmss}-{Environment.ProcessId}.txt"));
        try
        {
            File.WriteAllText(file, $"{string.Join(' ', Environment.GetCommandLineArgs())}\n\n{exception}\n");
            return $"{what}; please report it with the trace in {file}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{what}; its trace follows, for {file} cannot be written\n{exception}";
        }
    }

    private static string FirstLine(Exception exception) => exception.Message.Split('\n')[0].Trim();
}
