using NeuralCollapse.Specs;

namespace Bench;

/// <summary>What is measured, in groups that share their measurements. All sides of a group take turns, round after round.</summary>
internal sealed class Benchmarks(string root, int rounds)
{
    private const int Batch = 128;
    private const string WideResNet = "wide-resnet-16-2", Channels = "PyTorch, channels-last";

    private readonly Child child = new(root);

    /// <summary>The groups, by the names that --only takes.</summary>
    public IReadOnlyDictionary<string, Func<IEnumerable<Line>>> Groups => new Dictionary<string, Func<IEnumerable<Line>>>
    {
        [WideResNet] = WideResNetSpeed,
        ["bfloat16"] = Bfloat16,
        ["wide-resnet-10-1"] = () => Speed("wide-resnet-10-1", steps: 30),
        ["resnet-18"] = () => Speed("resnet-18", steps: 8),
        ["vit"] = () => Speed("vit", steps: 12),
        ["mlp"] = () => Speed("mlp", steps: 300),
        ["batching"] = Batching,
        ["checkpoint"] = Checkpoint,
        ["start"] = Start,
        ["idle"] = Idle,
        ["sweep"] = Sweep,
        ["memory"] = Memory,
    };

    /// <summary>Nothing is compared that does not compute the same.</summary>
    /// <exception cref="UserErrorException">A network of ours and of the peer give different losses.</exception>
    private void RequireSameLoss(string model)
    {
        var (ours, theirs) = (Child.Own("loss", $"--model={model}"), child.TheirNumber("loss", $"--model={model}"));
        if (!(Math.Abs(ours - theirs) < 1e-4 * Math.Abs(theirs)))
            throw new UserErrorException(FormattableString.Invariant($"{model}: expected the loss of peer.py, {theirs}, got {ours}"));
    }

    private IEnumerable<Line> WideResNetSpeed()
    {
        RequireSameLoss(WideResNet);
        const int steps = 20;
        var sides = InTurns(
            () => Images(Child.Ours(WideResNet, steps, Numerics.Native)), () => Images(Child.Ours(WideResNet, steps, Numerics.Portable)),
            () => Images(child.Theirs(WideResNet, steps)), () => Images(child.Theirs(WideResNet, steps, withAllocator: true)),
            () => Batch / Child.Own("convolutions"));
        var (native, portable, peer, withAllocator, limit) = (sides[0], sides[1], sides[2], sides[3], sides[4]);
        const string unit = "images/CPU s";
        yield return Line.Of("WRN-16-2, native", unit, native, Channels, peer, 1.3, isFloor: true);
        yield return Line.Of("WRN-16-2, native", unit, native, $"{Channels}, tcmalloc", withAllocator, 1.1, isFloor: true);
        yield return Line.Of("WRN-16-2, portable", unit, portable, Channels, peer, 1.1, isFloor: true);
        yield return Line.Of("WRN-16-2, native", unit, native, "its convolutions alone", limit, 0.9, isFloor: true);
    }

    private IEnumerable<Line> Speed(string model, int steps)
    {
        RequireSameLoss(model);
        var sides = InTurns(() => Images(Child.Ours(model, steps, Numerics.Native)), () => Images(child.Theirs(model, steps)));
        yield return Line.Of($"{model}, native", "images/CPU s", sides[0], Channels, sides[1], 1.3, isFloor: true);
    }

    private IEnumerable<Line> Bfloat16()
    {
        const int steps = 20;
        var sides = InTurns(
            () => Images(Child.Ours(WideResNet, steps, Numerics.Native, Precision.Bfloat16)), () => Images(Child.Ours(WideResNet, steps, Numerics.Native)));
        yield return Line.Of("WRN-16-2, native, bfloat16", "images/CPU s", sides[0], "float32", sides[1], 1.6, isFloor: true);
    }

    private IEnumerable<Line> Batching()
    {
        var sides = InTurns(() => 1000 * Child.Own("batching"), () => 1000 * Child.Ours(WideResNet, 20, Numerics.Native).CpuSecondsPerStep);
        yield return Line.Of("augmentation and batching", "CPU ms", sides[0], "a step of WRN-16-2, native", sides[1], 0.02, isFloor: false);
    }

    private IEnumerable<Line> Checkpoint()
    {
        var seconds = InTurns(() => InFolder(folder => Child.Own("checkpoint", $"--folder={folder}")))[0];
        yield return Line.Of("a checkpoint each minute, WRN-16-2", "CPU s", seconds, "a minute", [.. seconds.Select(_ => 60.0)], 0.005, isFloor: false);
    }

    private IEnumerable<Line> Start()
    {
        var cell = Workload.Of("wide-resnet-10-1").Cell(images: 200, batch: 50, epochs: 1, Numerics.Portable);
        yield return Line.Limit("a worker, until its first step is done", "CPU s", InTurns(() => InFolder(folder => Child.Start(CanonicalJson.Write(cell), folder)))[0], 1);
    }

    private IEnumerable<Line> Idle()
    {
        yield return Line.Limit("Reproduce with nothing to do", "s", InTurns(() => child.BuildSeconds("--target=Reproduce"))[0], 1);
        yield return Line.Limit("Plan of 10,000 cells", "s", InTurns(() => InFolder(Plan))[0], 3);
    }

    private double Plan(string folder)
    {
        var seeds = string.Join(", ", Enumerable.Range(0, 10_000));
        return Child.Seconds("plan", $"--experiment={Spec(folder, seeds, epochs: 12)}", $"--results={folder}");
    }

    /// <summary>Eight trainings of WRN-10-1 on 2,000 images of 28 x 28 that are moved about, 3 epochs; ours are measured and recorded as well.</summary>
    private IEnumerable<Line> Sweep()
    {
        const int cells = 8;
        var sides = InTurns(
            () => child.PeerSeconds(cells),
            () => InFolder(folder => Child.Seconds(
                "run", $"--experiment={Spec(folder, "0, 1, 2, 3, 4, 5, 6, 7", epochs: 3)}", $"--results={folder}", $"--runs={folder}", "--jobs=2")));
        yield return Line.Of("8 trainings, a loop of PyTorch scripts over 2 processes of ours", "s", sides[0], "ours", sides[1], 3, isFloor: true);
    }

    private IEnumerable<Line> Memory()
    {
        const int steps = 1000;
        var (ours, theirs) = (Child.Ours(WideResNet, steps, Numerics.Portable), child.Theirs(WideResNet, steps));
        double Megabytes(long bytes) => bytes / 1e6;
        yield return Line.Of("most memory in 1,000 steps of WRN-16-2", "MB", [Megabytes(ours.PeakBytes)], Channels, [Megabytes(theirs.PeakBytes)], 1, isFloor: false);
        yield return Line.Of("memory after 1,000 steps of it", "MB", [Megabytes(ours.BytesAt[1])], "after 100", [Megabytes(ours.BytesAt[0])], 1.02, isFloor: false);
    }

    private static string Spec(string folder, string seeds, int epochs)
    {
        var file = Path.Combine(folder, "sweep.yaml");
        File.WriteAllText(file, FormattableString.Invariant($$"""
            name: sweep
            title: Equal cells
            claim: None; it is timed.
            data: { kind: glyphs, train: 2000, test: 500, augment: crop }
            model: { kind: wide-resnet, depth: 10, width: 1 }
            loss: { kind: cross-entropy }
            training:
              epochs: {{epochs}}
              batch-size: 50
              optimizer: { kind: sgd, learning-rate: 0.05, momentum: 0.9 }
            measure: { epochs: [{{epochs}}] }
            mixup: { kind: mixup, alpha: 1.0 }
            seeds: [{{seeds}}]

            """));
        return file;
    }

    private static double InFolder(Func<string, double> measure)
    {
        var folder = Directory.CreateTempSubdirectory("bench").FullName;
        try
        {
            return measure(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Images(StepFigures figures) => Batch / figures.CpuSecondsPerStep;

    private double[][] InTurns(params Func<double>[] sides)
    {
        var values = Array.ConvertAll(sides, _ => new double[rounds]);
        for (var round = 0; round < rounds; round++)
        {
            for (var side = 0; side < sides.Length; side++)
                values[side][round] = sides[side]();
        }

        return values;
    }
}
