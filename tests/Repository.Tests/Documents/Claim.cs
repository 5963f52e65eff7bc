namespace Repository.Tests;

/// <summary>Something that a document says is there.</summary>
/// <param name="Document">Path of the document.</param>
/// <param name="Line">From 1.</param>
/// <param name="Text">As it stands there.</param>
/// <param name="Error">Why it is not so; empty where it is.</param>
internal sealed record Claim(string Document, int Line, string Text, string Error);
