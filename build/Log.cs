using Cake.Core;
using Cake.Core.Diagnostics;

namespace Build;

/// <summary>Cake's log, silent once the program that failed has explained itself.</summary>
public sealed class Log(IConsole console, Outcome outcome) : ICakeLog
{
    private readonly CakeBuildLog _log = new(console);

    public Verbosity Verbosity
    {
        get => _log.Verbosity;
        set => _log.Verbosity = value;
    }

    public void Write(Verbosity verbosity, LogLevel level, string format, params object[] args)
    {
        if (!outcome.Explained)
            _log.Write(verbosity, level, format, args);
    }
}
