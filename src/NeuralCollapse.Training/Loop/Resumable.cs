using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Begins a training from the state that was kept of it, where there is one, and offers its state to be kept.</summary>
internal sealed class Resumable
{
    private readonly IReadOnlyList<(string Name, Tensor Values)> tensors;
    private readonly Optimizer optimizer;
    private readonly ICheckpoints? checkpoints;

    /// <param name="tensors">All that training changes; what was kept is written into them.</param>
    /// <param name="optimizer">That of the training.</param>
    /// <param name="checkpoints">Null: none.</param>
    public Resumable(IReadOnlyList<(string Name, Tensor Values)> tensors, Optimizer optimizer, ICheckpoints? checkpoints)
    {
        (this.tensors, this.optimizer, this.checkpoints) = (tensors, optimizer, checkpoints);
        if (checkpoints?.Latest is not { } state)
            return;
        var kept = state.Arrays.ToDictionary(array => array.Name);
        if (kept.Count != tensors.Count)
            throw new InvalidDataException($"expected a state of {tensors.Count} arrays, got {kept.Count}");
        foreach (var (name, values) in tensors)
            kept[name].CopyTo(values);
        (Start, Passes, optimizer.Steps, IsUnderWay) = (state.Position, [.. state.Passes], state.OptimizerSteps, true);
    }

    /// <summary>Whether training goes on from a state that was kept.</summary>
    public bool IsUnderWay { get; }

    /// <summary>Where training begins.</summary>
    public TrainingPosition Start { get; } = TrainingPosition.StartOf(1);

    /// <summary>The epochs that are done.</summary>
    public List<TrainingPass> Passes { get; } = [];

    /// <summary>Where training begins within an epoch.</summary>
    public TrainingPosition PositionIn(int epoch) => epoch == Start.Epoch ? Start : TrainingPosition.StartOf(epoch);

    /// <summary>Between two steps: the state may be kept.</summary>
    public void Offer(TrainingPosition position) => checkpoints?.Offer(() =>
        new(position, [.. Passes], optimizer.Steps, [.. tensors.Select(t => NetworkArray.Of(t.Name, t.Values))]));
}
