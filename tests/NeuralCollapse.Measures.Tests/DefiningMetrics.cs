using System.Globalization;
using System.Text;

namespace NeuralCollapse.Measures.Tests;

public sealed class DefiningMetrics
{
    private static readonly MixedPoint Nowhere = new()
    {
        Epoch = 0,
        Lambda = 0.5,
        Pairs = 1,
        Alpha = 1,
        Beta = 1,
        Amplification = 1,
        Thickness = 0,
        ChordDeviation = 0,
        PredictedAlpha = 1,
        PredictedBeta = 1,
        PredictedAmplification = 1,
        Distance = 0,
    };

    private static readonly MixedOutputs Mixed = new()
    {
        WithinClasses = new(RandomCase.Features(seed: 3, 4, 6)),
        AlphaSame = 7.5,
        Mu = 120,
        PredictedMu = 110,
        ExcessLoss = 0.3,
        IsClosedForm = true,
        Points =
        [
            Nowhere with { Lambda = 0.5, Alpha = 4, Beta = 5, Amplification = 1.2, PredictedAlpha = 4.25, PredictedBeta = 4.5, PredictedAmplification = 1.5 },
            Nowhere with { Lambda = 0.75, Alpha = 6, Beta = 3, Amplification = 1.1, PredictedAlpha = 5, PredictedBeta = 3.125, PredictedAmplification = 1.125 },
            Nowhere with { Lambda = 1, Alpha = 7, Beta = 0.5, Amplification = 1, PredictedAlpha = 7.5, PredictedBeta = 0, PredictedAmplification = 1.0625 },
        ],
    };

    private static readonly (string Name, Measured Measured)[] Situations =
    [
        ("all", new()
        {
            Objective = 0.25,
            Train = Outputs(GoldenCase.Features, loss: 0.5),
            Validation = Outputs(RandomCase.Features(seed: 1, 4, 6), loss: 0.75),
            Test = Outputs(RandomCase.Features(seed: 2, 4, 6), loss: 1.25),
            Classifier = GoldenCase.Classifier,
            Mixed = Mixed,
        }),
        ("features alone", new() { Train = new(GoldenCase.Features) }),
        ("a classifier alone", new() { Classifier = GoldenCase.Classifier }),
        ("means given", new() { Classifier = GoldenCase.Classifier, CentredMeans = RandomCase.Vectors(seed: 4, 4, 6) }),
        ("no mixed sample", new() { Mixed = Mixed with { WithinClasses = null, PredictedMu = null, IsClosedForm = false, Points = [] } }),
        ("no mixed sample of a closed form", new() { Mixed = Mixed with { WithinClasses = null, Points = [] } }),
        ("a point without a value", new() { Mixed = Mixed with { Points = [.. Mixed.Points, Nowhere with { Lambda = 0.9, Alpha = double.NaN }] } }),
    ];

    [Fact]
    public async Task NamesMeaningsAndValuesAreAsRecordedUntilNow()
    {
        var text = new StringBuilder();
        foreach (var metric in MetricTable.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"{metric.Name}: {metric.TitleWithUnit}{(metric.IsLogarithmic ? ", logarithmic" : "")}\n  {metric.Meaning}\n  ");
            var values = Situations.Select(s => (s.Name, Value: metric.Value(s.Measured))).Where(value => value.Value is not null);
            text.AppendJoin("; ", values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Name} {v.Value:g6}"))).Append('\n');
        }

        await Golden.Verify(text.ToString().TrimEnd(), "Measures/Metrics");
    }

    [Fact]
    public void OfNothingThereIsNoValue() => Assert.All(MetricTable.All, metric => Assert.Null(metric.Value(new())));

    [Fact]
    public void FractionsAreDrawnInPerCent() => Assert.All(MetricTable.All, metric => Assert.Equal(metric.IsFraction ? 100 : 1, metric.Factor));

    [Fact]
    public void AMetricIsFoundByItsName()
    {
        Assert.All(MetricTable.All, metric => Assert.Same(metric, MetricTable.Find(metric.Name)));
        Assert.Null(MetricTable.Find("nc5"));
    }

    /// <summary>Logits of the golden classifier, right rather than wrong.</summary>
    private static SampleOutputs Outputs(LabelledFeatures features, double loss) => new(features, Logits(features), loss);

    private static LabelledLogits Logits(LabelledFeatures features) => new(
        [.. Enumerable.Range(0, features.Samples).SelectMany(i => GoldenCase.Classifier.Logits(features[i]).Select((z, c) => c == features.Labels[i] ? z + 0.3 : z))],
        features.Labels,
        features.Classes);
}
