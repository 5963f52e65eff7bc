using Cake.Core;
using Cake.Core.Diagnostics;

namespace Build;

/// <summary>Cake's log, silent once the program that failed has explained itself.</summary>
public sealed class Log(IConsole console, Outcome outcome) : ICakeLog
{
    private readonly CakeBuildLog log = new(console);

    public Verbosity Verbosity
    {
        get => log.Verbosity;
        set => log.Verbosity = value;
    }

    public void Write(Verbosity verbosity, LogLevel level, string format, params object[] args)
    {
        if (!outcome.Explained)
            log.Write(verbosity, level, format, args);
    }
}
