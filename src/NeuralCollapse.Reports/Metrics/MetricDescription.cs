namespace NeuralCollapse.Reports;

/// <summary>How a metric is named, printed and drawn.</summary>
internal sealed record MetricDescription
{
    /// <summary>As recorded, such as nc2-equiangular-means.</summary>
    public required string Name { get; init; }

    /// <summary>For the head of a column or the title of a panel.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// Its definition in a line, with the value that perfect collapse gives; empty for a metric the catalogue does not know.
    /// </summary>
    public string Meaning { get; init; } = "";

    /// <summary>A fraction, printed in per cent with two decimals; other metrics are printed with four significant digits.</summary>
    public bool IsFraction { get; init; }

    /// <summary>Whether curves of it are drawn on a logarithmic axis.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Factor from recorded to drawn values.</summary>
    public double Factor => IsFraction ? 100 : 1;

    /// <summary>Title with the unit of drawn values.</summary>
    public string TitleWithUnit => IsFraction ? $"{Title} (%)" : Title;
}
