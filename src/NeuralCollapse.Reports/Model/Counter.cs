namespace NeuralCollapse.Reports;

/// <summary>Hands out the numbers of figures or tables in the order of the report.</summary>
internal sealed class Counter
{
    private int last;

    public int Next() => ++last;
}
