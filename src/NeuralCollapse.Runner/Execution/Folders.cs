namespace NeuralCollapse.Runner;

/// <summary>Where data sets are read from and results written to.</summary>
internal sealed record Folders(string Data, string Results);
