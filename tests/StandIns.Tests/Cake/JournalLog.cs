using System.Globalization;
using Cake.Core.Diagnostics;

namespace StandIns.Tests.Cake;

/// <summary>A log that keeps every message.</summary>
public sealed class JournalLog(Journal journal) : ICakeLog
{
    public Verbosity Verbosity { get; set; }

    public void Write(Verbosity verbosity, LogLevel level, string format, params object[] args) =>
        journal.Messages.Add(string.Format(CultureInfo.InvariantCulture, format, args));
}
