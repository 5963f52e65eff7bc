namespace NeuralCollapse.Training;

/// <summary>Keeps the state of a training, so that it can go on after an interruption as if there had been none.</summary>
public interface ICheckpoints
{
    /// <summary>What the training begins from; null: from its own beginning.</summary>
    TrainingState? Latest { get; }

    /// <summary>Called between any two steps: the place to save the state, where that is due, and to end a training that is to stop.</summary>
    /// <param name="state">Copies the state; it must be called at once or not at all.</param>
    void Offer(Func<TrainingState> state);
}

/// <summary>How far a training is: between which two steps, and what the steps of the epoch have summed up to.</summary>
/// <param name="Epoch">The epoch that it is in, from 1; one more than the last where all is done.</param>
/// <param name="Step">Steps done of the epoch; all of them where the epoch is still to be measured.</param>
/// <param name="Loss">Sum of the losses of the samples that the epoch has seen.</param>
/// <param name="Right">How many of them were classified right.</param>
/// <param name="Seen">How many they are.</param>
public sealed record TrainingPosition(int Epoch, int Step, double Loss, double Right, int Seen)
{
    /// <summary>Before the first step of an epoch.</summary>
    public static TrainingPosition StartOf(int epoch) => new(epoch, 0, 0, 0, 0);
}

/// <summary>All that the rest of a training depends on, beside the cell: whatever is random is a function of the seed and the position.</summary>
/// <param name="Position">How far it is.</param>
/// <param name="Passes">The epochs before.</param>
/// <param name="OptimizerSteps">Steps of the optimizer so far.</param>
/// <param name="Arrays">What is trained, and the moments of the optimizer.</param>
public sealed record TrainingState(
    TrainingPosition Position, IReadOnlyList<TrainingPass> Passes, int OptimizerSteps, IReadOnlyList<NetworkArray> Arrays);
