using NeuralCollapse.Measures;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Measuring.Tests;

/// <summary>What is really recorded of a cell against the table of metrics.</summary>
public sealed class RecordingEveryMetric
{
    private static readonly NetworkCell Network = new()
    {
        Data = new GlyphsData { Train = 60, Validation = 20, Test = 40 },
        Model = new MlpModel { Hidden = [16] },
        Loss = new CrossEntropyLoss(),
        Mixup = new Mixup { Alpha = 1 },
        Training = new() { Epochs = 1, BatchSize = 20, Optimizer = new SgdOptimizer { LearningRate = 0.1 }, Schedule = new ConstantSchedule() },
        Measure = new() { Epochs = [0, 1], MixedPairs = 20 },
        Seed = 0,
    };

    private static readonly UfmCell Ufm = new()
    {
        Ufm = new()
        {
            Classes = 3,
            Partners = 1,
            Lambdas = [0.6, 0.8],
            Dim = 4,
            Classifier = new LearnedClassifier { WeightDecay = 0.05 },
            FeatureDecay = 0.02,
            Offset = UfmOffset.Free,
        },
        Loss = new CrossEntropyLoss(),
        Training = new() { Epochs = 1, Optimizer = new SgdOptimizer { LearningRate = 0.1 }, Schedule = new ConstantSchedule() },
        Measure = new() { Epochs = [1] },
        Seed = 0,
    };

    [Fact]
    public void ANetworkHasAllOfItsTable() => Assert.Equal(MetricTable.OfNetwork.Select(m => m.Name), Recorded(Network));

    [Fact]
    public void TheUfmHasAllOfItsTable() => Assert.Equal(MetricTable.OfUfm.Select(m => m.Name), Recorded(Ufm));

    [Fact]
    public void WhatDoesNotApplyIsLeftOut()
    {
        var names = Recorded(Network with { Data = new GlyphsData { Train = 60, Test = 40 }, Measure = new() { Epochs = [1], MixedPairs = 0 } });

        Assert.DoesNotContain(names, name => name.StartsWith("validation-", StringComparison.Ordinal) || name is "temperature" or "mu" or "mixed-nc1");
        Assert.Contains("nc1", names);
    }

    [Fact]
    public void EveryMetricIsDeclaredOnceWithATitleAndAMeaning()
    {
        Assert.Equal(MetricTable.All.Count, MetricTable.All.Select(m => m.Name).Distinct().Count());
        Assert.All(MetricTable.All, metric =>
        {
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", metric.Name);
            Assert.NotEqual(metric.Name, metric.Title);
            Assert.EndsWith(".", metric.Meaning, StringComparison.Ordinal);
            Assert.Same(metric, MetricTable.Find(metric.Name));
        });
    }

    [Fact]
    public void AFixedClassifierIsAPerfectSimplexOfItsLength()
    {
        var row = Last(Network with { Model = new MlpModel { Hidden = [16], Classifier = new SimplexLastLayer { Scale = 3 } } }).Row;

        Assert.Equal(MetricTable.OfNetwork.Select(m => m.Name), row.Metrics.Select(m => m.Key));
        Assert.Equal(3, row.Find(MeanNorm.OfWeights.Name)!.Value, 1e-6);
        Assert.All((Metric[])[Equinorm.OfWeights, Equiangularity.OfWeights, StructureError.OfWeights, StructureError.OfCentredWeights],
            perfect => Assert.InRange(row.Find(perfect.Name)!.Value, 0, 1e-6));
        Assert.All((Metric[])[StructureError.OfDuality, SelfDuality.OnTrain, NearestClassCentre.AgreementOnTrain], other => Assert.True(double.IsFinite(row.Find(other.Name)!.Value)));
    }

    [Fact]
    public void AtHalfMeansAtHalf()
    {
        var amplification = Last(Ufm).Row.Find(MixedMetrics.AmplificationAtHalf.Name);

        Assert.Equal(double.NaN, amplification); // its lambdas are 0.6 and 0.8
    }

    private static IEnumerable<string> Recorded(CellSpec cell) => Last(cell).Row.Metrics.Select(m => m.Key).ToList();

    // Measured one by one: a network is gone once training has gone on.
    private static Measurement Last(CellSpec cell) => CellTraining.Run(cell, "", kept: null, _ => { }).Select(measure => measure()).ToList()[^1];
}
