using NeuralCollapse.Specs;

namespace NeuralCollapse.Synthetic;

/// <summary>A made-up experiment: losses x mixups x seeds, small in every other way.</summary>
public static class SyntheticExperiment
{
    public static readonly IReadOnlyList<int> Epochs = [1, 2, 4, 8, 16, 30];

    private static readonly (string Label, LossSpec Loss)[] Losses =
    [
        ("cross-entropy", new CrossEntropyLoss()),
        ("focal(gamma=3)", new FocalLoss { Gamma = 3 }),
        ("scaled-mse(kappa=1)", new ScaledMseLoss { Kappa = 1 }),
        ("mae(kappa=1)", new MaeLoss { Kappa = 1 }),
        ("smooth-l1(beta=0.1, kappa=1)", new SmoothL1Loss { Beta = 0.1, Kappa = 1 }),
        ("rescaled-mse(k=5, m=3)", new RescaledMseLoss { K = 5, M = 3 }),
    ];

    private static readonly (string Label, MixupSpec Mixup)[] Mixups =
    [
        ("none", new NoMixup()),
        ("mixup(alpha=1)", new Mixup { Alpha = 1 }),
    ];

    /// <summary>The plan, with the first of the losses and of the mixups.</summary>
    public static Plan Plan(string name = "synthetic", int losses = 4, int mixups = 2, int seeds = 2) => new()
    {
        Name = name,
        Title = "Made-up numbers that look like an experiment",
        Claim = "Every loss collapses without mixup; under mixup the within-class variability settles higher.",
        Verify = new Dictionary<string, Tolerance>
        {
            ["test-accuracy"] = new() { Absolute = 0.02 },
            ["nc1"] = new() { Relative = 0.2 },
        },
        Cells =
        [
            .. from loss in Losses.Take(losses)
               from mixup in Mixups.Take(mixups)
               from seed in Enumerable.Range(0, seeds)
               select Cell(loss.Label, "mixup", mixup.Label, Spec(loss.Loss, mixup.Mixup, seed)),
        ],
    };

    /// <summary>A large matrix without images, as of the UFM: six losses by five values of mu, or fewer.</summary>
    public static Plan Ufm(string name = "ufm", int losses = 6, int mus = 5, int seeds = 1) => Plan(name) with
    {
        Title = "Made-up optima of the UFM",
        Claim = "",
        Cells =
        [
            .. from loss in Losses.Take(losses)
               from decay in new[] { 1e-1, 3e-2, 1e-2, 3e-3, 1e-3 }.Take(mus)
               from seed in Enumerable.Range(0, seeds)
               select Cell(loss.Label, "mu", FormattableString.Invariant($"{1 / decay:F0}"), Spec(loss.Loss, new Mixup { Alpha = 1 }, seed, decay)),
        ],
    };

    private static Cell Cell(string loss, string axis, string label, NetworkCell spec)
    {
        var canonical = CanonicalJson.Write(spec);
        return new()
        {
            Id = CanonicalJson.Id(canonical),
            Axes = [KeyValuePair.Create("loss", loss), KeyValuePair.Create(axis, label)],
            Spec = spec,
            CanonicalJson = canonical,
        };
    }

    private static NetworkCell Spec(LossSpec loss, MixupSpec mixup, int seed, double decay = 1e-4) => new()
    {
        Data = new GlyphsData { Train = 2048, Test = 1024 },
        Model = new WideResNetModel { Depth = 10, Width = 1 },
        Loss = loss,
        Mixup = mixup,
        Training = new()
        {
            Epochs = Epochs[^1],
            BatchSize = 128,
            Optimizer = new SgdOptimizer { LearningRate = 0.1, Momentum = 0.9, WeightDecay = decay },
            Schedule = new MultistepSchedule { Milestones = [9, 15, 27], Factor = 0.1 },
        },
        Measure = new() { Epochs = Epochs },
        Seed = seed,
    };
}
