using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>Names of the places that the contents lead to.</summary>
internal static class SectionName
{
    public const string Metrics = "metrics";
    public const string Provenance = "provenance";

    public static string Experiment(int number) => $"experiment-{Numbers.Format(number)}";

    public static string Figure(int number) => $"figure-{Numbers.Format(number)}";

    public static string Table(int number) => $"table-{Numbers.Format(number)}";
}
