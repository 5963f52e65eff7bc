namespace NeuralCollapse.Reports;

/// <summary>Positions of small multiples: equal panels in columns and rows over the width of a page. Lengths in points.</summary>
internal sealed record PanelGrid
{
    /// <summary>A single panel would look lost in the width of a page, so panels stop growing here.</summary>
    private const double MostPanelWidth = 210;

    public required int Columns { get; init; }

    public required int Rows { get; init; }

    public required double PanelHeight { get; init; }

    /// <summary>Left of each panel, for the labels of its axis.</summary>
    public double LeftMargin { get; init; } = 34;

    /// <summary>Above each panel, for its title.</summary>
    public double TopMargin { get; init; } = 16;

    /// <summary>Below each panel, for the labels of its axis.</summary>
    public double BottomMargin { get; init; } = 22;

    /// <summary>Right of the last column, so that a label at the end of an axis is not cut.</summary>
    public double RightMargin { get; init; } = 6;

    public double PanelWidth => Math.Min(MostPanelWidth, ((PageGeometry.ContentWidth - RightMargin) / Columns) - LeftMargin);

    /// <summary>Height of all rows.</summary>
    public double Height => Rows * RowHeight;

    private double RowHeight => TopMargin + PanelHeight + BottomMargin;

    /// <summary>Left edge of the panels of a column.</summary>
    public double Left(int column) => (column * (PanelWidth + LeftMargin)) + LeftMargin;

    /// <summary>Upper edge of the panels of a row.</summary>
    public double Top(int row) => (row * RowHeight) + TopMargin;
}
