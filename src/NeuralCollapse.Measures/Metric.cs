namespace NeuralCollapse.Measures;

/// <summary>
/// A number that is recorded of a cell after an epoch, declared once, beside the measure that computes it. Recording, the JSON of
/// exported features, tolerances, captions, tables and documentation follow from <see cref="MetricTable"/>.
/// </summary>
public sealed record Metric
{
    /// <summary>As recorded, such as in the header of metrics.csv: lower case with hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>For the head of a column or the title of a panel.</summary>
    public required string Title { get; init; }

    /// <summary>Its definition in a sentence, with the value that perfect collapse gives where there is one.</summary>
    public required string Meaning { get; init; }

    /// <summary>A fraction, printed in per cent; other metrics are printed as they are.</summary>
    public bool IsFraction { get; init; }

    /// <summary>Whether curves of it are drawn on a logarithmic axis.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Its value of what was measured; null where it does not apply, NaN where it applies and is not defined.</summary>
    public required Func<Measured, double?> Value { get; init; }

    /// <summary>Factor from recorded to drawn values.</summary>
    public double Factor => IsFraction ? 100 : 1;

    /// <summary>Title with the unit of drawn values.</summary>
    public string TitleWithUnit => IsFraction ? $"{Title} (%)" : Title;

    public override string ToString() => Name;
}
