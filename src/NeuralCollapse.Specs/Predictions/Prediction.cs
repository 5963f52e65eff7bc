namespace NeuralCollapse.Specs;

/// <summary>
/// What an experiment predicts of a metric, or of its contrast between two points of the matrix or two epochs: a range, stated as data before
/// the first cell runs, so that a computer can judge it.
/// </summary>
public sealed record Prediction : IChecked
{
    /// <summary>A name of its own in lower case with hyphens, such as focal-bows-out.</summary>
    public required string Name { get; init; }

    /// <summary>The prediction in a sentence, for the report.</summary>
    public required string Says { get; init; }

    /// <summary>What is measured: a metric that the cells record.</summary>
    public required string Metric { get; init; }

    /// <summary>The measured epoch at which. Default: the last.</summary>
    [Range(0, 100_000)]
    public int? Epoch { get; init; }

    /// <summary>A measured epoch of the same cells to compare with, in place of the same epoch. Default: none.</summary>
    [Range(0, 100_000)]
    public int? AgainstEpoch { get; init; }

    /// <summary>How two values are compared, of one seed each time. Default: ratio.</summary>
    public Contrast Compare { get; init; }

    /// <summary>Smallest predicted value, ratio or difference. Default: none.</summary>
    [Range(-1e12, 1e12)]
    public double? AtLeast { get; init; }

    /// <summary>Largest predicted value, ratio or difference. Default: none.</summary>
    [Range(-1e12, 1e12)]
    public double? AtMost { get; init; }

    /// <summary>How far outside of the range is as good as inside: the margin of equivalence. Default: 0.</summary>
    [Range(0, 1e12)]
    public double Margin { get; init; }

    /// <summary>Seeds below which nothing is concluded. Default: 3.</summary>
    [Range(3, 1000)]
    public int Seeds { get; init; } = 3;

    /// <summary>What must hold of the cells, as a mean over their seeds, for the prediction to be put to the test at all. Default: nothing.</summary>
    public IReadOnlyList<Condition> Testable { get; init; } = [];

    /// <summary>The points that it is made for, each judged by itself; not a key of its own: what <c>of</c> and <c>against</c> choose.</summary>
    public IReadOnlyList<PredictedPoint> Points { get; internal init; } = [];

    /// <summary>Whether it is about two values, of which the ratio or the difference counts.</summary>
    public bool IsContrast => AgainstEpoch is not null || Points.Any(point => point.Against.Count > 0);

    public IEnumerable<Objection> Objections()
    {
        if (!KebabCase.Is(Name))
            yield return new("name", "lower-case letters and digits with hyphens between, such as focal-bows-out", $"\"{Name}\"");
        foreach (var objection in Bounds.Objections(AtLeast, AtMost))
            yield return objection;
    }
}

/// <summary>How two values are compared.</summary>
public enum Contrast
{
    /// <summary>The first divided by the second; means are taken of its logarithm.</summary>
    Ratio,

    /// <summary>The first less the second.</summary>
    Difference,
}

/// <summary>What must hold of a metric at the epoch of a prediction.</summary>
public sealed record Condition : IChecked
{
    /// <summary>A metric that the cells record.</summary>
    public required string Metric { get; init; }

    /// <summary>Its smallest mean over the seeds. Default: none.</summary>
    [Range(-1e12, 1e12)]
    public double? AtLeast { get; init; }

    /// <summary>Its largest mean over the seeds. Default: none.</summary>
    [Range(-1e12, 1e12)]
    public double? AtMost { get; init; }

    public IEnumerable<Objection> Objections() => Bounds.Objections(AtLeast, AtMost);
}

/// <summary>A point of the matrix that a prediction is made for, by its labels.</summary>
/// <param name="Of">Labels by axis, as a cell has them; without the seed.</param>
/// <param name="Against">Those of the point that it is compared with; empty where it is compared with none.</param>
public sealed record PredictedPoint(IReadOnlyList<KeyValuePair<string, string>> Of, IReadOnlyList<KeyValuePair<string, string>> Against);

/// <summary>An analysis of variance that an experiment declares before its first cell runs: axes by which a metric is split, with all interactions and the seeds as blocks.</summary>
public sealed record Analysis : IChecked
{
    /// <summary>What is analysed: a metric that the cells record, after the last epoch.</summary>
    public required string Metric { get; init; }

    /// <summary>Two or three axes of the matrix.</summary>
    public required IReadOnlyList<string> Factors { get; init; }

    /// <summary>Whether of the metric or of its logarithm. Default: linear.</summary>
    public AnalysisScale Scale { get; init; }

    /// <summary>The points that take part; not a key of its own: what <c>of</c> chooses.</summary>
    public IReadOnlyList<PredictedPoint> Points { get; internal init; } = [];

    public IEnumerable<Objection> Objections()
    {
        if (Factors.Count is < 2 or > 3)
            yield return new("factors", "two or three axes of the matrix", FormattableString.Invariant($"{Factors.Count}"));
    }
}

/// <summary>On which scale effects add up.</summary>
public enum AnalysisScale
{
    /// <summary>That of the metric.</summary>
    Linear,

    /// <summary>That of its natural logarithm, so that effects are factors.</summary>
    Logarithmic,
}

/// <summary>The two ends of a range, of which one may be open.</summary>
internal static class Bounds
{
    public static IEnumerable<Objection> Objections(double? least, double? most)
    {
        if (least is null && most is null)
            yield return new("at-least", "at-least, at-most or both", "neither");
        else if (least > most)
            yield return new("at-most", FormattableString.Invariant($"no less than at-least, {least}"), FormattableString.Invariant($"{most}"));
    }
}
