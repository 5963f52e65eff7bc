using Spectre.Console;

namespace NeuralCollapse.Runner;

/// <summary>What stands behind standard output and error.</summary>
internal static class Terminal
{
    /// <summary>Standard output as it is, for the few who command a terminal on purpose.</summary>
    public static TextWriter Raw { get; private set; } = Console.Out;

    /// <summary>From now on everybody else writes what is visible only.</summary>
    public static void Guard()
    {
        if (!Console.IsOutputRedirected)
            _ = AnsiConsole.Console; // it keeps the output that it finds
        Raw = Console.Out;
        Console.SetOut(new VisibleWriter(Console.Out));
        Console.SetError(new VisibleWriter(Console.Error));
    }
}
