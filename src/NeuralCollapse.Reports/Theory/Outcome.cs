namespace NeuralCollapse.Reports;

/// <summary>How a prediction fares, from best to worst.</summary>
internal enum Outcome
{
    /// <summary>Measured and predicted differ by no more than the tolerance.</summary>
    Agrees,

    /// <summary>They differ by more, but so do the seeds among themselves.</summary>
    Undecided,

    /// <summary>They differ by more than the tolerance and than chance explains.</summary>
    Fails,
}
