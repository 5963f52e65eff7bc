namespace NeuralCollapse.Training;

/// <summary>The splits of a data set, each handed out in batches that are normalised by the training set.</summary>
internal sealed class Splits : IDisposable
{
    public Splits(DataSet data)
    {
        var statistics = data.Statistics;
        (Train, Test) = (new(data.Train, statistics), new(data.Test, statistics));
        Validation = data.Validation is { } heldOut ? new(heldOut, statistics) : null;
    }

    public Batches Train { get; }

    public Batches Test { get; }

    /// <summary>Null where nothing is held out.</summary>
    public Batches? Validation { get; }

    public void Dispose()
    {
        Train.Dispose();
        Test.Dispose();
        Validation?.Dispose();
    }
}
