using NeuralCollapse.Measures;

namespace NeuralCollapse.Specs;

/// <summary>Which metrics are recorded of a cell after each measured epoch: those that have a value of what the cell lets be measured.</summary>
public static class RecordedMetrics
{
    /// <summary>Their names, in the order of recording: some need images held out, mixed pairs, or a classifier that is learned.</summary>
    public static IReadOnlyList<string> Of(CellSpec cell)
    {
        var (table, example) = cell switch
        {
            UfmCell ufm => (MetricTable.OfUfm, Ufm(ufm.Ufm.Classifier is LearnedClassifier)),
            NetworkCell network => (MetricTable.OfNetwork, Network(network)),
            _ => throw new NotSupportedException($"no metrics for {cell.GetType().Name}"),
        };
        return [.. table.Where(metric => metric.Value(example) is not null).Select(metric => metric.Name)];
    }

    private static Measured Network(NetworkCell cell) => new()
    {
        Objective = 0,
        Train = Outputs(),
        Test = Outputs(),
        Validation = cell.Data.Validation > 0 ? Outputs() : null,
        Classifier = Classifier,
        Mixed = cell.Measure.MixedPairs > 0 ? new() { WithinClasses = Outputs(), AlphaSame = 1, Mu = 1, Points = [] } : null,
    };

    private static Measured Ufm(bool isLearned) => new()
    {
        Objective = 0,
        Classifier = isLearned ? Classifier : null,
        CentredMeans = new([-1, 1], 1),
        Mixed = new() { AlphaSame = 1, Mu = 1, PredictedMu = isLearned ? 1 : null, IsClosedForm = true, Points = [] },
    };

    // One sample of each of two classes: what the values are does not matter, but whether there is one.
    private static SampleOutputs Outputs() => new(new([-1, 1], [0, 1], 2), new([1, -1, -1, 1], [0, 1], 2), 0);

    private static Classifier Classifier { get; } = new([-1, 1], [0, 0]);
}
