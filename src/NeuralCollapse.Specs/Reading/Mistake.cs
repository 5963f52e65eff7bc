namespace NeuralCollapse.Specs;

/// <summary>One mistake of a spec file, at its place. Two with equal place and text are one.</summary>
internal sealed record Mistake(int Line, int Column, string Text);
