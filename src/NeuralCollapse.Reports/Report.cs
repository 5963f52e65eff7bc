using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using QuestPDF.Drawing.Exceptions;

namespace NeuralCollapse.Reports;

/// <summary>Compiles recorded results into figures and one PDF. The same results give the same bytes.</summary>
public static class Report
{
    /// <summary>Writes the figures of each experiment into its directory <c>figures</c>, as SVG, and the PDF.</summary>
    /// <param name="store">The recorded results; nothing else is read.</param>
    /// <param name="experiments">Names of experiments, in the order of the report.</param>
    /// <param name="pdfPath">File to write; it appears whole or not at all.</param>
    /// <exception cref="UserErrorException">When there is nothing to report, or a file of results is missing or damaged.</exception>
    public static void Write(ResultStore store, IReadOnlyList<string> experiments, string pdfPath)
    {
        var model = ReportComposer.Compose(store, experiments);
        var pdf = Pdf(new(model));
        foreach (var experiment in model.Experiments)
        {
            foreach (var figure in experiment.Figures)
                AtomicFile.Write(Path.Combine(store.PathOf(experiment.Name), "figures", $"{figure.Content.Name}.svg"), figure.Content.Svg);
        }

        AtomicFile.Write(pdfPath, pdf);
    }

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
