using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Trains a cell of the model <c>ufm</c>, by steps of the whole data set in double precision.</summary>
public static class UnconstrainedTrainer
{
    /// <summary>Trains on the calling thread, from random features, and yields them after each epoch that is to be measured.</summary>
    /// <param name="cell">What to train: its model and data are <see cref="UnconstrainedModel"/> and <see cref="MixedPairsData"/>.</param>
    /// <param name="progress">Told of every step.</param>
    /// <exception cref="DivergedException">The objective is no longer a finite number.</exception>
    public static IEnumerable<UnconstrainedEpoch> Train(CellSpec cell, Action<Progress> progress)
    {
        LibTorch.Load();
        using var statics = NewDisposeScope();
        var problem = new UnconstrainedProblem(cell);
        using var optimizer = Optimizer.Build(cell.Training.Optimizer, problem.Learned);
        if (cell.MeasuredEpochs.Contains(0))
            yield return problem.After(0);
        for (var epoch = 1; epoch <= cell.Training.Epochs; epoch++)
        {
            using (NewDisposeScope())
            {
                optimizer.Rate = LearningRate.At(cell.Training, epoch, step: 0, steps: 1);
                var objective = problem.Objective();
                optimizer.Step(objective);
                var value = objective.item<double>();
                DivergedException.ThrowUnlessFinite("the loss", value, epoch, step: 1);
                progress(new(epoch, cell.Training.Epochs, Step: 1, Steps: 1, value));
            }

            if (cell.MeasuredEpochs.Contains(epoch))
                yield return Finite(problem.After(epoch));
        }
    }

    /// <summary>The objective of a step is that before it, so what the last one did is looked at here.</summary>
    private static UnconstrainedEpoch Finite(UnconstrainedEpoch trained)
    {
        DivergedException.ThrowUnlessFinite("the loss", trained.Objective, trained.Epoch);
        return trained;
    }
}
