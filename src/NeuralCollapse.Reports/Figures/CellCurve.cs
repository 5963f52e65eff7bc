using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>The points that a cell adds to a panel, such as a metric over the epochs, by rising X.</summary>
internal delegate IEnumerable<(double X, double Y)> CellCurve(CellRecord cell);
