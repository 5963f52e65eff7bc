using System.Diagnostics;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>Trains, measures and records one cell, in a process of its own.</summary>
internal static class Worker
{
    /// <param name="canonicalJson">The cell.</param>
    /// <param name="label">Its axes and seed, for people.</param>
    /// <param name="dataFolder">Where downloaded data sets lie.</param>
    /// <param name="revision">What the program was built from, where it is known.</param>
    /// <param name="report">Told of progress.</param>
    public static CellRecord Run(string canonicalJson, string label, string dataFolder, Revision? revision, Action<WorkerMessage> report)
    {
        if (CanonicalJson.Read(canonicalJson).Model is UnconstrainedModel)
            return UnconstrainedWorker.Run(canonicalJson, label, revision, report);
        var (started, total, training) = (DateTimeOffset.UtcNow, Stopwatch.StartNew(), Stopwatch.StartNew());
        var cell = CanonicalJson.Read(canonicalJson);
        LibTorch.Load();
        var numerics = NumericsFingerprint.Compute();
        var data = DataSet.Load(cell.Data, dataFolder);
        var sampling = cell.Measure.ProjectionClasses > 0 ? new ProjectionSampling(cell, data) : null;
        var mixed = cell.Measure.MixedPairs > 0 ? new MixedSampling(cell, data) : null;
        var (rows, projections, lambdas, reliability) =
            (new List<MetricRow>(), new List<Projection>(), new List<LambdaRow>(), (IReadOnlyList<ReliabilityRow>)[]);
        foreach (var trained in Trainer.Train(cell, data, step => report(new StepDone(step))))
        {
            training.Stop();
            var measured = Measurement.Of(trained, cell, data.Classes, mixed);
            rows.Add(measured.Row);
            reliability = measured.Reliability;
            lambdas.AddRange(measured.Lambdas);
            if (sampling is not null)
                projections.Add(sampling.Project(trained));
            if (trained.Epoch == cell.Training.Epochs)
                OpenFiles.Leave(cell.Measure, CanonicalJson.Id(canonicalJson), trained);
            report(new EpochMeasured(trained.Epoch, measured.Row.Find("test-accuracy")!.Value, measured.Row.Find("nc1")!.Value));
            training.Start();
        }

        return new()
        {
            Id = CanonicalJson.Id(canonicalJson),
            Label = label,
            CanonicalJson = canonicalJson,
            Numerics = numerics,
            Epochs = rows,
            Reliability = reliability,
            Lambdas = lambdas,
            Projections = projections,
            Environment = Provenance.Now(revision, started, training.Elapsed, total.Elapsed),
        };
    }
}
