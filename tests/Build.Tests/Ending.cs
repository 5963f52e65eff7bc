namespace Build.Tests;

/// <summary>How a program ended and what it wrote; the folder it ran in is called ROOT.</summary>
public sealed record Ending(int ExitCode, string Output, string Errors);
