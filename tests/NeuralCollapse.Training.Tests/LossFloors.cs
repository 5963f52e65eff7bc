using NeuralCollapse.Specs;

namespace NeuralCollapse.Training.Tests;

/// <summary>Patterns that can be told apart in any mixture: cross-entropy then falls to the least that the labels allow.</summary>
public sealed class LossFloors
{
    private const int Classes = 10;

    private static readonly DataSet Patterns = TenPatterns(each: 300);

    public LossFloors() => LibTorch.Load();

    /// <summary>The entropy of lambda wherever the partner is of another class: 0.45 on average for alpha 1.</summary>
    [Fact]
    public void MixupEndsAtTheEntropyOfLambda()
    {
        var cell = Cell(new Mixup { Alpha = 1 });

        var objective = Trainer.Train(cell, Patterns, _ => { }).Single().Objective;

        var floor = Mean(cell, (lambda, different) => different ? Entropy(lambda) : 0);
        Assert.Equal(0.45, floor, 0.05); // three standard errors of a mean over the 150 batches of an epoch
        Assert.InRange(objective, floor, floor + 0.05);
    }

    /// <summary>
    /// The network cannot know lambda or the partner. Its best guess is what the label is on average: 1/2 + 1/2 C for the class of the
    /// image and 1/2 C for the others, of which the entropy is 1.677.
    /// </summary>
    [Fact]
    public void MixingTheTargetsAloneEndsAtTheEntropyOfHalfWrongLabels()
    {
        // Large batches, where hardly any sample is its own partner, and a lambda for each sample: less noise for the network to follow.
        var cell = Cell(new Mixup { Alpha = 1, Per = LambdaScope.Sample, Apply = MixedParts.TargetsOnly });
        cell = cell with { Training = cell.Training with { BatchSize = 300 } };
        var guess = Enumerable.Range(0, Classes).Select(k => ((k == 0 ? 1.0 : 0.0) + (1.0 / Classes)) / 2).ToArray();
        Assert.Equal(1.677, -guess.Sum(p => p * Math.Log(p)), 0.0005);

        var objective = Trainer.Train(cell, Patterns, _ => { }).Single().Objective;

        // What the best guess loses on the labels and lambdas that the last epoch happened to draw.
        var floor = Mean(cell, (lambda, different) => -Math.Log(guess[0]) + (different ? (1 - lambda) * Math.Log(guess[0] / guess[1]) : 0));
        Assert.Equal(1.677, floor, 0.045); // three standard errors of a mean over 3,000 pairs
        Assert.InRange(objective, floor, floor + 0.02); // 0.005 to 0.008 above for six seeds
    }

    private static double Entropy(double lambda) => -(lambda * Math.Log(lambda)) - ((1 - lambda) * Math.Log(1 - lambda));

    private static NetworkCell Cell(MixupSpec mixup) => Cells.Small with
    {
        Mixup = mixup,
        Model = new MlpModel { Hidden = [128, 64] },
        Training = Cells.Small.Training with { Epochs = 16, Schedule = new MultistepSchedule { Milestones = [10, 14], Factor = 0.1 } },
        Measure = new() { Epochs = [16] },
    };

    /// <summary>Mean over the pairs of the last epoch of a function of lambda and whether the pair is of two classes.</summary>
    private static double Mean(NetworkCell cell, Func<double, bool, double> of)
    {
        var epoch = cell.Training.Epochs;
        var order = new RandomStream(cell.Seed, "order", epoch).NextPermutation(Patterns.Train.Count);
        return order.Chunk(cell.Training.BatchSize).SelectMany((places, step) =>
        {
            var labels = places.Select(p => Patterns.Train.Labels[p]).ToArray();
            var mixture = Mixture.Draw(cell.Mixup, cell.Seed, epoch, step, labels)!;
            double Lambda(int i) => mixture.Lambdas[mixture.Lambdas.Count == 1 ? 0 : i];
            return mixture.Partners.data<long>().ToArray().Select((partner, i) => of(Lambda(i), labels[partner] != labels[i]));
        }).Average();
    }

    private static DataSet TenPatterns(int each)
    {
        var labels = Enumerable.Range(0, Classes * each).Select(i => i % Classes).ToArray();
        var images = new ImageSet
        {
            Pixels = [.. labels.SelectMany(label => Enumerable.Range(0, 16).Select(pixel => (byte)(pixel == label ? 255 : 0)))],
            Labels = labels,
            Shape = new(1, 4, 4),
        };
        return new() { ClassNames = DataSet.Numbered(Classes), Train = images, Test = images };
    }
}
