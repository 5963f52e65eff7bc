namespace NeuralCollapse.Reports;

/// <summary>Something with its number in the report, from 1.</summary>
internal sealed record Numbered<T>(int Number, T Content);
