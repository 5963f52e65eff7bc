using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

/// <summary>Compiles recorded results into figures and one PDF. The same results give the same bytes.</summary>
public static class Report
{
    /// <summary>Writes the figures of each experiment into its directory <c>figures</c>, as SVG, and the PDF.</summary>
    /// <param name="store">The recorded results; nothing else is read.</param>
    /// <param name="experiments">Names of experiments, in the order of the report.</param>
    /// <param name="pdfPath">File to write; it appears whole or not at all.</param>
    /// <exception cref="UserMistakeException">When there is nothing to report, or a file of results is missing or damaged.</exception>
    public static void Write(ResultStore store, IReadOnlyList<string> experiments, string pdfPath)
    {
        var model = ReportComposer.Compose(store, experiments);
        var pdf = new ReportDocument(model).Generate();
        foreach (var experiment in model.Experiments)
        {
            foreach (var figure in experiment.Figures)
                AtomicFile.Write(Path.Combine(store.PathOf(experiment.Name), "figures", $"{figure.Content.Name}.svg"), figure.Content.Svg);
        }

        AtomicFile.Write(pdfPath, pdf);
    }
}
