using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

/// <summary>Trained cells by how far their loss is from the optimum that theory is about, and by how far their geometry misses it.</summary>
internal static class ExcessFigure
{
    private const double PanelHeight = 112, Radius = 1.7;

    /// <summary>Cells of networks for which theory predicts A and the loss; one that several experiments share is of the first of them.</summary>
    public static IReadOnlyList<ExcessCell> Cells(IReadOnlyList<ExperimentSummary> summaries) =>
    [
        .. (from summary in summaries
           from cell in summary.Groups.SelectMany(g => g.Cells)
           let spec = Trainings.SpecOf(cell)
           where spec is NetworkCell
           let excess = cell.Final.Find(MixedMetrics.ExcessLoss.Name)
           let miss = cell.Final.Find(MixedMetrics.AmplificationMiss.Name)
           where excess is { } e && double.IsFinite(e) && miss is { } m && double.IsFinite(m)
           select new ExcessCell(summary.Plan.Experiment, cell.Id, KindName.Of(spec.Loss.GetType()), excess.Value, miss.Value)).DistinctBy(cell => cell.Id),
    ];

    /// <returns>Null with fewer than three cells.</returns>
    public static Figure? Draw(IReadOnlyList<ExcessCell> all)
    {
        List<ExcessCell> cells = [.. all.Where(cell => cell.Excess > 0 && cell.Miss > 0)]; // both axes are logarithmic
        if (cells.Count < 3)
            return null;
        List<string> losses = [.. cells.Select(cell => cell.Loss).Distinct().Order(StringComparer.Ordinal)];
        var grid = new PanelGrid { Columns = 1, Rows = 1, PanelHeight = PanelHeight };
        var panel = new Panel
        {
            Left = grid.Left(0),
            Top = grid.Top(0),
            Width = 300,
            Height = grid.PanelHeight,
            X = Axis.Log(cells.Select(cell => cell.Excess)),
            Y = Axis.Log(cells.Select(cell => cell.Miss)),
            Title = "Miss of A at λ = ½ (absolute)",
            XTitle = "loss on mixed samples above the optimum, as a fraction of it",
        };
        var legend = losses.Select(loss => new LegendEntry(loss, new(GroupStyles.ColourOfLoss(loss), 2.4)) { IsDot = true }).ToList();
        var height = grid.Height + 4 + Legend.Height(legend);
        return new()
        {
            Name = "excess",
            Title = "Miss of A against excess loss, by loss.",
            Explanation = "A dot for each network of any experiment for which theory predicts A and the loss, both axes logarithmic." +
                (cells.Count < all.Count ? $" {Prose.Count(all.Count - cells.Count, "network")} at or below that loss, or without a miss, {(all.Count - cells.Count == 1 ? "is" : "are")} not drawn." : ""),
            Cells = [.. cells.Select(cell => cell.Id).Distinct()],
            Height = height,
            Svg = Svg.Document(PageGeometry.ContentWidth, height,
            [
                panel.Draw(cells.Select(cell => Svg.Circle(panel.XOf(cell.Excess), panel.YOf(cell.Miss), Radius, GroupStyles.ColourOfLoss(cell.Loss)))),
                .. Legend.Draw(grid.Height + 2, legend),
            ]),
        };
    }

    /// <summary>Spearman's rank correlation of excess and miss; equal values share their mean rank.</summary>
    public static double RankCorrelation(IReadOnlyList<ExcessCell> cells)
    {
        var (x, y) = (Ranks([.. cells.Select(cell => cell.Excess)]), Ranks([.. cells.Select(cell => cell.Miss)]));
        var mean = (cells.Count - 1) / 2.0;
        var covariance = x.Zip(y, (a, b) => (a - mean) * (b - mean)).Sum();
        return covariance / Math.Sqrt(x.Sum(a => (a - mean) * (a - mean)) * y.Sum(b => (b - mean) * (b - mean)));
    }

    private static double[] Ranks(double[] values) =>
        Array.ConvertAll(values, value => values.Count(other => other < value) + ((values.Count(other => other == value) - 1) / 2.0));
}

/// <summary>A trained cell against theory.</summary>
/// <param name="Experiment">Its experiment.</param>
/// <param name="Id">Of the cell.</param>
/// <param name="Loss">Kind of its loss.</param>
/// <param name="Excess">Its loss on mixed samples above the optimum, as a fraction of the optimum.</param>
/// <param name="Miss">Absolute difference of A at lambda = 1/2 from that of the optimum.</param>
internal sealed record ExcessCell(string Experiment, string Id, string Loss, double Excess, double Miss);
