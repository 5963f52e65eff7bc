using System.Xml.Linq;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Last-layer features of mixed samples of three classes, in small multiples.</summary>
internal static class Projections
{
    private const int MostColumns = 4;
    private const int MostEpochs = 6;
    private const int MostRows = 8;
    private const double LeftMargin = 14;
    private const double LegendRoom = ProjectionLegend.Height + SquareGrid.TitleRoom;

    private const string Reading =
        "Each dot is the feature of a mixture of two training samples from three classes, projected onto the plane of the classifiers " +
        "of these classes. The hue shows whether the two belong to the same class, the lightness how evenly they are mixed. Arrows " +
        "point along the classifiers, their lengths scaled by one factor in each panel; bold numbers are classes. The bar gives the " +
        "scale of the panel.";

    /// <summary>After the last epoch: columns are the values of the first axis, rows those of the others.</summary>
    /// <returns>Null when no cell was projected.</returns>
    public static Figure? DrawLast(ExperimentSummary summary)
    {
        var styles = new GroupStyles(summary);
        var fewestBands = (styles.Firsts.Count + MostColumns - 1) / MostColumns;
        var columns = (styles.Firsts.Count + fewestBands - 1) / fewestBands;
        var shown = summary.Groups.Select(g => (Group: g, Cell: LowestSeed(summary, g))).Where(s => Last(s.Cell) is not null).ToList();
        if (shown.Count == 0)
            return null;
        var grid = new SquareGrid(columns, LeftMargin);
        var bands = (styles.Firsts.Count + columns - 1) / columns;
        var height = (bands * styles.Others.Count * grid.RowHeight) + ((bands - 1) * SquareGrid.TitleRoom);
        var panels = shown.SelectMany(s =>
        {
            var (first, other) = (IndexOf(styles.Firsts, GroupName.First(s.Group)), IndexOf(styles.Others, GroupName.Rest(s.Group)));
            var row = (first / columns * styles.Others.Count) + other;
            return grid.Draw(
                Last(s.Cell)!,
                first % columns,
                row,
                other == 0 ? GroupName.First(s.Group) : "",
                first % columns == 0 ? [GroupName.Rest(s.Group)] : [],
                first / columns);
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

    /// <summary>After the last epoch with what theory predicts: columns and rows are those of the facets.</summary>
    /// <returns>Null when no cell was projected.</returns>
    public static Figure? DrawPredicted(ExperimentSummary summary, Facets facets)
    {
        var shown = facets.Panels.Select(facet => (Facet: facet, Cell: LowestSeed(summary, facet.Groups[0]))).Where(each => Last(each.Cell) is not null).ToList();
        if (shown.Count == 0)
            return null;
        var grid = new SquareGrid(Math.Max(facets.Across, MostColumns), LeftMargin);
        var bands = facets.Rows.Count > 1 ? 1 : facets.Down; // a title above each line of panels
        var height = (facets.Down * grid.RowHeight) + ((bands - 1) * SquareGrid.TitleRoom);
        var panels = shown.SelectMany(each => grid.Draw(
            Last(each.Cell)!, each.Facet.Column, each.Facet.Row, each.Facet.Above, each.Facet.Column == 0 ? [each.Facet.Beside] : [],
            bands > 1 ? each.Facet.Row : 0, MixedSamples.Last(each.Cell).Rows));
        return new()
        {
            Name = "projections",
            Title = "Last-layer features of mixed samples, and where theory puts them.",
            Explanation = Reading + " Arcs are what theory predicts at the fitted μ between the means of same-class samples; none where it gives no μ. The network of the lowest seed is drawn." + facets.Note,
            Cells = [.. shown.Select(each => each.Cell.Id)],
            Height = height + LegendRoom,
            Svg = Document(height + LegendRoom, panels, withArcs: true),
        };
    }

    /// <summary>Over the epochs, columns, for each point of the matrix, rows; as many figures as the rows need.</summary>
    public static IEnumerable<Figure> DrawCourse(ExperimentSummary summary)
    {
        var groups = summary.Groups
            .Select(g => (Group: g, Cell: LowestSeed(summary, g)))
            .Where(g => g.Cell.Projections.Count(IsDrawn) > 1)
            .Chunk(MostRows)
            .ToList();
        return groups.Select((chunk, i) => DrawCourse(chunk, groups.Count == 1 ? "" : $"-{Numbers.Format(i + 1)}"));
    }

    private static Figure DrawCourse((SummaryGroup Group, CellRecord Cell)[] rows, string suffix)
    {
        var epochs = Spread.Over([.. rows.SelectMany(r => r.Cell.Projections.Where(IsDrawn).Select(p => p.Epoch)).Distinct().Order()], MostEpochs);
        var grid = new SquareGrid(epochs.Count, 2 * LeftMargin);
        var panels = from row in Enumerable.Range(0, rows.Length)
                     from column in Enumerable.Range(0, epochs.Count)
                     let projection = rows[row].Cell.Projections.FirstOrDefault(p => p.Epoch == epochs[column] && IsDrawn(p))
                     where projection is not null
                     from element in grid.Draw(
                         projection,
                         column,
                         row,
                         row == 0 ? $"epoch {Numbers.Format(epochs[column])}" : "",
                         column == 0 ? [GroupName.Rest(rows[row].Group), GroupName.First(rows[row].Group)] : [])
                     select element;
        var height = (rows.Length * grid.RowHeight) + LegendRoom;
        return new()
        {
            Name = $"projections-over-epochs{suffix}",
            Title = "Last-layer features of mixed samples during training.",
            Explanation = Reading,
            Cells = [.. rows.Select(r => r.Cell.Id)],
            Height = height,
            Svg = Document(height, panels),
        };
    }

    private static string Document(double height, IEnumerable<XElement> panels, bool withArcs = false) => Svg.Document(
        PageGeometry.ContentWidth, height, [.. panels, .. ProjectionLegend.Draw(LeftMargin, height - ProjectionLegend.Height, withArcs)]);

    /// <summary>The newest projection that can be drawn.</summary>
    public static Projection? Last(CellRecord cell) => cell.Projections.LastOrDefault(IsDrawn);

    private static bool IsDrawn(Projection projection) =>
        projection.Points.Any(p => p.Kind == ProjectedKind.Sample && double.IsFinite(p.X) && double.IsFinite(p.Y));

    private static CellRecord LowestSeed(ExperimentSummary summary, SummaryGroup group)
    {
        var seeds = summary.Plan.Cells.ToDictionary(c => c.Id, c => c.Seed, StringComparer.Ordinal);
        return group.Cells.MinBy(c => seeds[c.Id])!;
    }

    private static int IndexOf(IReadOnlyList<string> values, string value) => values.TakeWhile(v => v != value).Count();
}

/// <summary>Explains the colours and arrows of projections, in one row.</summary>
internal static class ProjectionLegend
{
    public const double Height = 16;

    private const double Swatch = 8;

    public static IEnumerable<XElement> Draw(double left, double top, bool withArcs = false)
    {
        var lettering = Lettering.Axis;
        var x = left;
        foreach (var (ramp, name) in new[] { (Ramp.SameClass, "same class"), (Ramp.DifferentClass, "different classes") })
        {
            yield return Svg.Text(x, top + 8, name, lettering);
            x += lettering.WidthOf(name) + 6;
            yield return Svg.Text(x, top + 8, "½", lettering.Anchored("start"));
            x += 9;
            foreach (var colour in ramp.Colours)
            {
                yield return Svg.Rectangle(x, top + 2, Swatch, 7, colour);
                x += Swatch;
            }

            yield return Svg.Text(x + 3, top + 8, "λ = 0 or 1", lettering);
            x += lettering.WidthOf("λ = 0 or 1") + 16;
        }

        foreach (var element in Arrow.Draw(x, top + 5.5, x + 16, top + 5.5, 1))
            yield return element;
        yield return Svg.Text(x + 20, top + 8, "classifier", lettering);
        if (!withArcs)
            yield break;
        x += 20 + lettering.WidthOf("classifier") + 12;
        yield return Svg.Line(x, top + 5.5, x + 16, top + 5.5, ProjectionPanel.Arc);
        yield return Svg.Text(x + 20, top + 8, "predicted", lettering);
    }
}
