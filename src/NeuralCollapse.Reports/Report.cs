using System.Text;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using QuestPDF.Drawing.Exceptions;

namespace NeuralCollapse.Reports;

/// <summary>Compiles recorded results into figures and one PDF. The same results give the same bytes.</summary>
public static class Report
{
    /// <summary>
    /// Writes the PDF and, beside it, every metric of every cell as CSV, what each number was computed from as JSON, and the figures of the
    /// argument into the directory <c>figures</c>, as SVG; those of each experiment into a directory of that name in its own. Figures of an
    /// earlier report that this one does not draw are removed.
    /// </summary>
    /// <param name="store">The recorded results.</param>
    /// <param name="experiments">Names of experiments, in the order of the report.</param>
    /// <param name="pdfPath">File to write; it appears whole or not at all.</param>
    /// <param name="withAppendix">Whether the PDF goes on with all tables and figures of each experiment.</param>
    /// <param name="withPng">Whether each figure is written as PNG, too.</param>
    /// <param name="live">Where cells that are not recorded yet show themselves, which are then drawn as far as they are; null: nowhere.</param>
    /// <exception cref="UserErrorException">When there is nothing to report, or a file of results is missing or damaged.</exception>
    public static void Write(ResultStore store, IReadOnlyList<string> experiments, string pdfPath, bool withAppendix, bool withPng = false, LiveCells? live = null)
    {
        var model = ReportComposer.Compose(store, experiments, live);
        var pdf = Pdf(new(model, withAppendix));
        foreach (var experiment in model.Experiments)
            WriteFigures(Path.Combine(store.PathOf(experiment.Name), "figures"), experiment.Figures, withPng);
        WriteFigures(Path.Combine(store.Root, "figures"), model.Figures, withPng);
        AtomicFile.Write(pdfPath, pdf);
        AtomicFile.Write(Path.ChangeExtension(pdfPath, ".json"), ReportIndex.Of(model));
        AtomicFile.Write(Path.ChangeExtension(pdfPath, ".csv"), model.Csv);
        AtomicFile.RemoveHalfWritten(store.Root);
    }

    private static void WriteFigures(string folder, IEnumerable<Numbered<Figure>> numbered, bool withPng)
    {
        IReadOnlyList<Figure> figures = [.. numbered.Select(figure => figure.Content)];
        var files = figures.ToDictionary(figure => $"{figure.Name}.svg", figure => Encoding.UTF8.GetBytes(figure.Svg));
        foreach (var (figure, png) in withPng ? figures.Zip(FigureImages.Png(figures)) : [])
            files.Add($"{figure.Name}.png", png);
        foreach (var (name, content) in files)
            AtomicFile.Write(Path.Combine(folder, name), content);
        if (!Directory.Exists(folder))
            return;
        AtomicFile.RemoveHalfWritten(folder);
        foreach (var file in Directory.GetFiles(folder).Where(file => Path.GetExtension(file) is ".svg" or ".png" && !files.ContainsKey(Path.GetFileName(file))))
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
