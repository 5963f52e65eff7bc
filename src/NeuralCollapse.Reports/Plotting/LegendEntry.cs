namespace NeuralCollapse.Reports;

/// <summary>A name and the line it belongs to.</summary>
internal sealed record LegendEntry(string Name, Stroke Stroke);
