using System.Xml.Linq;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Last-layer features of mixed samples of three classes, in small multiples.</summary>
internal static class Projections
{
    private const int MostColumns = 4;
    private const int MostEpochs = 6;
    private const double LeftMargin = 14;
    private const double LegendRoom = ProjectionLegend.Height + SquareGrid.TitleRoom;

    private const string Reading =
        "Each dot is the feature of a mixture of two training samples of three classes, projected onto the plane of their classifiers. " +
        "The hue says whether the two have the same class, the lightness how evenly they are mixed. Arrows point along the classifiers and " +
        "share one factor of length in a panel; bold numbers are classes. The bar gives the scale of the panel.";

    /// <summary>After the last epoch: columns are the values of the first axis, rows those of the others.</summary>
    /// <returns>Null when no cell was projected.</returns>
    public static Figure? DrawLast(ExperimentSummary summary)
    {
        var styles = new GroupStyles(summary);
        var columns = Math.Min(MostColumns, styles.Firsts.Count);
        var shown = summary.Groups.Select(g => (Group: g, Cell: LowestSeed(summary, g))).Where(s => Last(s.Cell) is not null).ToList();
        if (shown.Count == 0)
            return null;
        var grid = new SquareGrid(columns, LeftMargin);
        var bands = (styles.Firsts.Count + columns - 1) / columns;
        var height = bands * styles.Others.Count * grid.RowHeight;
        var panels = shown.SelectMany(s =>
        {
            var (first, other) = (IndexOf(styles.Firsts, GroupStyles.First(s.Group)), IndexOf(styles.Others, GroupStyles.Rest(s.Group)));
            var row = (first / columns * styles.Others.Count) + other;
            return grid.Draw(
                Last(s.Cell)!, first % columns, row, other == 0 ? GroupStyles.First(s.Group) : "", first % columns == 0 ? GroupStyles.Rest(s.Group) : "");
        });
        return new()
        {
            Name = "projections",
            Title = "Last-layer features of mixed samples after the last epoch.",
            Explanation = Reading,
            Cells = [.. shown.Select(s => s.Cell.Id)],
            Height = height + LegendRoom,
            Svg = Document(height + LegendRoom, panels),
        };
    }

    /// <summary>Over the epochs, columns, for each value of the first axis, rows; a figure for each value of the other axes.</summary>
    public static IEnumerable<Figure> DrawCourse(ExperimentSummary summary)
    {
        var styles = new GroupStyles(summary);
        for (var i = 0; i < styles.Others.Count; i++)
        {
            var other = styles.Others[i];
            var cells = summary.Groups
                .Where(g => GroupStyles.Rest(g) == other)
                .Select(g => (Name: GroupStyles.First(g), Cell: LowestSeed(summary, g)))
                .Where(g => g.Cell.Projections.Count > 1)
                .ToList();
            if (cells.Count > 0)
                yield return DrawCourse(cells, other, $"projections-over-epochs-{Numbers.Format(i + 1)}");
        }
    }

    private static Figure DrawCourse(List<(string Name, CellRecord Cell)> cells, string other, string name)
    {
        var epochs = Spread([.. cells.SelectMany(c => c.Cell.Projections.Select(p => p.Epoch)).Distinct().Order()]);
        var grid = new SquareGrid(epochs.Count, LeftMargin);
        var panels = from row in Enumerable.Range(0, cells.Count)
                     from column in Enumerable.Range(0, epochs.Count)
                     let projection = cells[row].Cell.Projections.FirstOrDefault(p => p.Epoch == epochs[column])
                     where projection is not null
                     from element in grid.Draw(
                         projection, column, row, row == 0 ? $"epoch {Numbers.Format(epochs[column])}" : "", column == 0 ? cells[row].Name : "")
                     select element;
        return new()
        {
            Name = name,
            Title = other.Length == 0 ? "Last-layer features during training." : $"Last-layer features during training, {other}.",
            Explanation = Reading,
            Cells = [.. cells.Select(c => c.Cell.Id)],
            Height = (cells.Count * grid.RowHeight) + LegendRoom,
            Svg = Document((cells.Count * grid.RowHeight) + LegendRoom, panels),
        };
    }

    private static string Document(double height, IEnumerable<XElement> panels) => Svg.Document(
        PanelGrid.FigureWidth, height, [.. panels, .. ProjectionLegend.Draw(LeftMargin, height - ProjectionLegend.Height)]);

    /// <summary>At most six of the epochs, the first and the last among them.</summary>
    private static List<int> Spread(IReadOnlyList<int> epochs) => epochs.Count <= MostEpochs
        ? [.. epochs]
        : [.. Enumerable.Range(0, MostEpochs).Select(i => epochs[(int)Math.Round(i * (epochs.Count - 1) / (MostEpochs - 1.0))])];

    private static Projection? Last(CellRecord cell) =>
        cell.Projections.LastOrDefault(p => p.Points.Any(point => point.Kind == ProjectedKind.Sample && double.IsFinite(point.X + point.Y)));

    private static CellRecord LowestSeed(ExperimentSummary summary, SummaryGroup group)
    {
        var seeds = summary.Plan.Cells.ToDictionary(c => c.Id, c => c.Seed, StringComparer.Ordinal);
        return group.Cells.MinBy(c => seeds[c.Id])!;
    }

    private static int IndexOf(IReadOnlyList<string> values, string value) => values.TakeWhile(v => v != value).Count();
}
