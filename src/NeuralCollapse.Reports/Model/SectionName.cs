using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Names of the places that contents and mentions lead to.</summary>
internal static class SectionName
{
    public const string Metrics = "metrics";
    public const string Provenance = "provenance";

    /// <summary>A step of the argument.</summary>
    public static string Section(int number) => $"section-{Numbers.Format(number)}";

    public static string Experiment(int number) => $"experiment-{Numbers.Format(number)}";

    public static string Figure(int number) => $"figure-{Numbers.Format(number)}";

    public static string Table(int number) => $"table-{Numbers.Format(number)}";
}
