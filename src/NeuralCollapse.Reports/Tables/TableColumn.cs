namespace NeuralCollapse.Reports;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Width">Its share of the width, against the other columns.</param>
/// <param name="IsNumber">Numbers are aligned on the right, words on the left.</param>
internal sealed record TableColumn(string Title, float Width, bool IsNumber);
