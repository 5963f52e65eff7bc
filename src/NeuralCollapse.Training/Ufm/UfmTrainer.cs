using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Trains the unconstrained features model, by steps of all samples in double precision.</summary>
public static class UfmTrainer
{
    /// <summary>Trains on the calling thread, from random features, and yields them after each epoch that is to be measured.</summary>
    /// <param name="cell">What to train.</param>
    /// <param name="progress">Told of every step.</param>
    /// <param name="checkpoints">As of <see cref="Trainer.Train"/>.</param>
    /// <exception cref="DivergedException">The objective is no longer a finite number.</exception>
    public static IEnumerable<UfmEpoch> Train(UfmCell cell, Action<Progress> progress, ICheckpoints? checkpoints = null)
    {
        LibTorch.Load();
        using var statics = NewDisposeScope();
        var problem = new UfmProblem(cell);
        using var optimizer = Optimizer.Build(cell.Training.Optimizer, problem.Learned);
        var resumable = new Resumable([.. problem.Named(), .. optimizer.Named()], optimizer, checkpoints);
        if (!resumable.IsUnderWay && cell.MeasuredEpochs.Contains(0))
            yield return problem.After(0);
        for (var epoch = resumable.Start.Epoch; epoch <= cell.Training.Epochs; epoch++)
        {
            using (NewDisposeScope())
            {
                optimizer.Rate = LearningRate.At(cell.Training.Schedule, cell.Training.Optimizer, cell.Training.Epochs, epoch, step: 0, steps: 1);
                var objective = problem.Objective();
                optimizer.Step(objective);
                var value = objective.item<double>();
                DivergedException.ThrowUnlessFinite("the loss", value, epoch, step: 1);
                progress(new(epoch, cell.Training.Epochs, Step: 1, Steps: 1, value));
            }

            if (cell.MeasuredEpochs.Contains(epoch))
                yield return Finite(problem.After(epoch));
            resumable.Offer(TrainingPosition.StartOf(epoch + 1));
        }
    }

    /// <summary>The objective of a step is that before it, so what the last one did is looked at here.</summary>
    private static UfmEpoch Finite(UfmEpoch trained)
    {
        DivergedException.ThrowUnlessFinite("the loss", trained.Objective, trained.Epoch);
        return trained;
    }
}

/// <summary>The features and classifier of the unconstrained features model after an epoch. Letters: N samples, C classes, D features; all arrays row-major.</summary>
public sealed record UfmEpoch
{
    /// <summary>Epochs trained so far.</summary>
    public required int Epoch { get; init; }

    /// <summary>What is minimised, decays and all, at these features and weights.</summary>
    public required double Objective { get; init; }

    /// <summary>h_i, N x D, in the order of <see cref="UfmSamples"/>.</summary>
    public required double[] Features { get; init; }

    /// <summary>W, C x D.</summary>
    public required double[] Weights { get; init; }

    /// <summary>t_i, what is added to all logits of a sample, N; zeros where the model has no offset.</summary>
    public required double[] Offsets { get; init; }

    /// <summary>b, what is added to the logits of a class, C; zeros where nothing is learned there.</summary>
    public required double[] Bias { get; init; }
}
