namespace NeuralCollapse.Reports;

/// <summary>A mark on an axis; an empty label is a small mark.</summary>
internal readonly record struct Tick(double Value, string Label);
