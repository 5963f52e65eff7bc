using System.Diagnostics;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>What <see cref="Worker"/> does with a cell of the model <c>ufm</c>, which has no images and no test set.</summary>
internal static class UnconstrainedWorker
{
    public static CellRecord Run(string canonicalJson, string label, Revision? revision, Action<WorkerMessage> report)
    {
        var (started, total, training) = (DateTimeOffset.UtcNow, Stopwatch.StartNew(), Stopwatch.StartNew());
        var cell = CanonicalJson.Read(canonicalJson);
        LibTorch.Load();
        var numerics = NumericsFingerprint.Compute();
        var (rows, lambdas) = (new List<MetricRow>(), new List<LambdaRow>());
        foreach (var trained in UnconstrainedTrainer.Train(cell, step => report(new StepDone(step))))
        {
            training.Stop();
            var measured = UnconstrainedMeasurement.Of(trained, cell);
            rows.Add(measured.Row);
            lambdas.AddRange(measured.Lambdas);
            report(new EpochMeasured(trained.Epoch, double.NaN, double.NaN));
            training.Start();
        }

        return new()
        {
            Id = CanonicalJson.Id(canonicalJson),
            Label = label,
            CanonicalJson = canonicalJson,
            Numerics = numerics,
            Epochs = rows,
            Reliability = [],
            Projections = [],
            Lambdas = lambdas,
            Environment = Provenance.Now(revision, started, training.Elapsed, total.Elapsed),
        };
    }
}
