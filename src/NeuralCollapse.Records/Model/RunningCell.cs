using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>A cell that is not recorded yet, as far as it has been measured.</summary>
/// <param name="SoFar">What would be recorded of it if its newest measured epoch were its last.</param>
public sealed record RunningCell(CellRecord SoFar)
{
    /// <summary>What is trained.</summary>
    public CellSpec Spec { get; } = CanonicalJson.Read(SoFar.CanonicalJson);

    /// <summary>The newest measured epoch.</summary>
    public int Epoch => SoFar.Epochs[^1].Epoch;

    /// <summary>Epochs that it is trained for.</summary>
    public int Epochs => Spec.MeasuredEpochs[^1];
}
