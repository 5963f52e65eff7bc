namespace NeuralCollapse.Reports;

/// <summary>How a prediction fares, from best to worst.</summary>
internal enum Outcome
{
    /// <summary>Measured and predicted differ by no more than the tolerance, and that is known as exactly.</summary>
    Agrees,

    /// <summary>The seeds differ too much among themselves to tell.</summary>
    Undecided,

    /// <summary>They differ by more than the tolerance and than chance explains.</summary>
    Fails,
}
