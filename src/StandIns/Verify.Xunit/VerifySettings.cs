namespace VerifyTests;

/// <summary>Where a snapshot lies and what it is called.</summary>
public class VerifySettings
{
    internal VerifySettings()
    {
    }

    /// <summary>The directory of the snapshot, absolute or relative to that of the test's source file; null for that directory itself.</summary>
    internal string? Directory { get; set; }

    /// <summary>The name up to <c>.verified.txt</c>; null for the one of class and method.</summary>
    internal string? FileName { get; set; }
}
