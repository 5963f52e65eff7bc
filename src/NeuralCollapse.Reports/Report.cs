using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using QuestPDF.Drawing.Exceptions;

namespace NeuralCollapse.Reports;

/// <summary>Compiles recorded results into figures and one PDF. The same results give the same bytes.</summary>
public static class Report
{
    /// <summary>Writes the figures of each experiment into its directory <c>figures</c>, as SVG, the PDF, and beside it, as JSON, which cells each figure and table is of.</summary>
    /// <param name="store">The recorded results.</param>
    /// <param name="experiments">Names of experiments, in the order of the report.</param>
    /// <param name="pdfPath">File to write; it appears whole or not at all.</param>
    /// <param name="live">Where cells that are not recorded yet show themselves, which are then drawn as far as they are; null: nowhere.</param>
    /// <exception cref="UserErrorException">When there is nothing to report, or a file of results is missing or damaged.</exception>
    public static void Write(ResultStore store, IReadOnlyList<string> experiments, string pdfPath, LiveCells? live = null)
    {
        var model = ReportComposer.Compose(store, experiments, live);
        var pdf = Pdf(new(model));
        foreach (var experiment in model.Experiments)
        {
            var folder = Path.Combine(store.PathOf(experiment.Name), "figures");
            foreach (var figure in experiment.Figures)
                AtomicFile.Write(Path.Combine(folder, $"{figure.Content.Name}.svg"), figure.Content.Svg);
            if (Directory.Exists(folder))
                AtomicFile.RemoveHalfWritten(folder);
            RemoveRunning(folder, [.. experiment.Figures.Select(figure => figure.Content.Name)]);
        }

        AtomicFile.Write(pdfPath, pdf);
        AtomicFile.Write(Path.ChangeExtension(pdfPath, ".json"), ReportIndex.Of(model));
        AtomicFile.RemoveHalfWritten(store.Root);
    }

    /// <summary>Removes the figures of cells that were running when an earlier report was made, and are not any more.</summary>
    private static void RemoveRunning(string folder, IReadOnlyList<string> drawn)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.GetFiles(folder, $"{ProgressFigure.Prefix}*.svg").Where(file => !drawn.Contains(Path.GetFileNameWithoutExtension(file))))
            File.Delete(file);
    }

    /// <summary>What a cell shows of itself while it is trained, as SVG: the figure that the report has of it.</summary>
    public static string Progress(RunningCell cell) => ProgressFigure.Draw(cell).Svg;

    /// <exception cref="UserErrorException">Something in it cannot be drawn, or does not fit a page.</exception>
    private static byte[] Pdf(ReportDocument document)
    {
        try
        {
            return document.Generate();
        }
        catch (Exception e) when (e is DocumentLayoutException or DocumentDrawingException)
        {
            throw new UserErrorException(
                $"report: expected content that can be drawn and fits on a page, got some that cannot or does not\n  cause: {e.Message.Split('\n')[0].Trim()}\n" +
                "  remedy: shorten what the specs say (title, claim, names of axes and values), or report fewer experiments with --experiment");
        }
    }
}
