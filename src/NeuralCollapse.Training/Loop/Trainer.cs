using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Trains one cell. All randomness is a pure function of (seed, stream, epoch, step).</summary>
public static class Trainer
{
    /// <summary>Trains on the calling thread and yields the network after each epoch that is to be measured; 0 is before training.</summary>
    /// <param name="cell">What to train.</param>
    /// <param name="data">The data set of the cell.</param>
    /// <param name="progress">Told of every step whose loss is read: of the processor all.</param>
    /// <param name="device">Where to train; the data set lies there as bytes.</param>
    /// <param name="checkpoints">What to begin from, and where to leave the state between steps; null: from the beginning, nowhere.</param>
    /// <exception cref="DivergedException">A loss, a parameter or an output is no longer a finite number.</exception>
    /// <exception cref="UserErrorException">The device cannot be used.</exception>
    public static IEnumerable<TrainedEpoch> Train(
        NetworkCell cell, DataSet data, Action<Progress> progress, ComputeDevice device = default, ICheckpoints? checkpoints = null)
    {
        device.Prepare(cell.Numerics);
        using var statics = NewDisposeScope();
        using var splits = new Splits(data, device);
        using var network = Network.Build(cell.Model, data.Train.Shape, data.Classes, cell.Seed, device);
        using var optimizer = Optimizer.Build(cell.Training.Optimizer, network, device);

        var resumable = new Resumable([.. network.Named(), .. optimizer.Named()], optimizer, checkpoints);
        if (!resumable.IsUnderWay && cell.MeasuredEpochs.Contains(0))
            yield return new(0, resumable.Passes, cell, network, splits);
        for (var epoch = resumable.Start.Epoch; epoch <= cell.Training.Epochs; epoch++)
        {
            resumable.Passes.Add(TrainEpoch(cell, splits.Train, network, optimizer, epoch, resumable, progress));
            network.ThrowUnlessFinite(epoch); // the loss of a step is that before it, so the last one could pass unseen
            if (!cell.MeasuredEpochs.Contains(epoch))
                continue;
            yield return new(epoch, resumable.Passes, cell, network, splits);
            resumable.Offer(TrainingPosition.StartOf(epoch + 1));
        }
    }

    /// <summary>Yields the network of a cell with given weights, as <see cref="Train"/> does after each epoch that is to be measured.</summary>
    /// <param name="cell">Whose model it is.</param>
    /// <param name="data">The data set of the cell.</param>
    /// <param name="kept">Weights of measured epochs.</param>
    /// <param name="device">Where to compute its outputs.</param>
    /// <exception cref="UserErrorException">The arrays are not those of the network, or the device cannot be used.</exception>
    public static IEnumerable<TrainedEpoch> Replay(NetworkCell cell, DataSet data, IEnumerable<KeptEpoch> kept, ComputeDevice device = default)
    {
        device.Prepare(cell.Numerics);
        using var statics = NewDisposeScope();
        using var splits = new Splits(data, device);
        using var network = Network.Build(cell.Model, data.Train.Shape, data.Classes, cell.Seed, device);
        foreach (var epoch in kept)
        {
            network.Load(epoch.Arrays, epoch.Source);
            yield return new(epoch.Epoch, [], cell, network, splits) { Objective = epoch.Objective };
        }
    }

    /// <summary>One pass in a fresh random order; a last batch of one sample is left out, since batch norm needs two.</summary>
    private static TrainingPass TrainEpoch(
        NetworkCell cell, Batches train, Network network, Optimizer optimizer, int epoch, Resumable resumable, Action<Progress> progress)
    {
        network.train();
        var order = new RandomStream(cell.Seed, "order", epoch).NextPermutation(train.Count);
        var steps = order.Chunk(cell.Training.BatchSize).Where(batch => batch.Length > 1).ToList();
        double RateAt(int step) => LearningRate.At(cell.Training.Schedule, cell.Training.Optimizer, cell.Training.Epochs, epoch, step, steps.Count);
        var start = resumable.PositionIn(epoch);
        using var totals = new EpochTotals(train.Device, start);
        for (var step = start.Step; step < steps.Count; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.Rate = RateAt(step);
            var batch = BatchLoss(cell, train, network, epoch, step, steps[step]);
            optimizer.Step(batch.Loss);
            totals.Add(batch, steps[step].Length);
            if ((step + 1) % train.Device.StepsBetweenReadings != 0 && step + 1 < steps.Count)
                continue;
            totals.Read();
            DivergedException.ThrowUnlessFinite("the loss", totals.MeanLoss, epoch, step + 1);
            progress(new(epoch, cell.Training.Epochs, step + 1, steps.Count, totals.MeanLoss));
            resumable.Offer(totals.At(epoch, step + 1));
        }

        return new(epoch, RateAt(steps.Count - 1), totals.MeanLoss, totals.Accuracy);
    }

    /// <summary>One batch as trained on: its results are the only tensors that this leaves, so that backward frees what it has used.</summary>
    internal static BatchResult BatchLoss(NetworkCell cell, Batches train, Network network, int epoch, int step, int[] places)
    {
        using var scope = NewDisposeScope();
        var set = cell.Mixup is Mixup { Mixtures: > 0 } mixup ? FixedMixtures.Of(mixup, cell.Seed, epoch, places, train.Labels) : [];
        var (images, labels) = train.At([.. places, .. set.Select(pair => pair.Partner)], Variation.Draw(cell.Data.Augment, cell.Seed, epoch, places));
        var mixture = set.Count > 0
            ? Mixture.Of(set, ((Mixup)cell.Mixup).Apply, train.Device)
            : Mixture.Draw(cell.Mixup, cell.Seed, epoch, step, [.. places.Select(place => train.Labels[place])], train.Size, train.Device);
        var logits = Logits();
        var loss = mixture?.Loss(cell.Loss, logits, labels) ?? LossFunction.Of(cell.Loss).Mean(logits, labels);
        var right = mixture?.Right(logits, labels) ?? LossFunction.IsRight(logits, labels).sum();
        return new(loss.MoveToOuterDisposeScope(), right.MoveToOuterDisposeScope());

        Tensor Logits()
        {
            using var autocast = new Autocast(cell.Training.Precision, train.Device);
            var computed = mixture is null ? network.forward(images) : network.Logits(images, mixture.After, mixture.Mixed);
            return cell.Training.Precision == Precision.Float32 ? computed : computed.to(float32);
        }
    }
}

/// <summary>What one batch gives.</summary>
/// <param name="Loss">Mean loss, a scalar.</param>
/// <param name="Right">Samples classified right, a scalar: of a mixed sample each label counts its share.</param>
internal readonly record struct BatchResult(Tensor Loss, Tensor Right);

/// <summary>The weights of a network after an epoch.</summary>
/// <param name="Epoch">Epochs trained so far.</param>
/// <param name="Objective">Mean training loss over the epoch; NaN where it is not known.</param>
/// <param name="Arrays">All arrays of the network.</param>
/// <param name="Source">Where they come from, for messages: a file.</param>
public sealed record KeptEpoch(int Epoch, double Objective, IReadOnlyList<NetworkArray> Arrays, string Source);

/// <summary>How far a training is: epochs and steps from 1, and the mean loss of the epoch so far.</summary>
public readonly record struct Progress(int Epoch, int Epochs, int Step, int Steps, double Loss);
