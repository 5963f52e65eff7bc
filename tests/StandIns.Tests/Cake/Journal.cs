namespace StandIns.Tests.Cake;

/// <summary>What one run of a host did and said.</summary>
public sealed class Journal
{
    /// <summary>The names of the tasks, in the order they ran, with what they noted.</summary>
    public List<string> Tasks { get; } = [];

    /// <summary>The messages of the log, of every level.</summary>
    public List<string> Messages { get; } = [];

    /// <summary>What was printed on the console.</summary>
    public StringWriter Printed { get; } = new();

    public int ExitCode { get; set; }
}
