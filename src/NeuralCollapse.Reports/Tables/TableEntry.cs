namespace NeuralCollapse.Reports;

/// <summary>An entry of a table.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Below">A second, quieter line; empty for none.</param>
internal readonly record struct TableEntry(string Text, string Below = "");
