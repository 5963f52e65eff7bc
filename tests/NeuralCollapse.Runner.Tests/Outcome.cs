namespace NeuralCollapse.Runner.Tests;

/// <summary>What a finished process left.</summary>
public sealed record Outcome(int ExitCode, string Output, string Errors)
{
    /// <summary>Asserts a user's error: exit code 2, a message with these parts, and no stack trace.</summary>
    public void AssertError(params string[] parts)
    {
        Assert.All(parts, part => Assert.Contains(part, Errors + Output, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", Errors + Output, StringComparison.Ordinal);
        Assert.Equal(2, ExitCode);
    }
}
