using NeuralCollapse.Specs;
using NeuralCollapse.Training;
using NeuralCollapse.Training.Tests;

namespace Bench;

/// <summary>A network and the images it is timed on, by the name under which peer.py has the same.</summary>
internal sealed record Workload(string Name, ModelSpec Model, ImageShape Shape)
{
    public const int Classes = 10;

    private static readonly ImageShape Cifar = new(3, 32, 32);
    private static readonly ImageShape Mnist = new(1, 28, 28);

    public static readonly IReadOnlyList<Workload> All =
    [
        new("wide-resnet-16-2", new WideResNetModel { Depth = 16, Width = 2 }, Cifar),
        new("wide-resnet-10-1", new WideResNetModel { Depth = 10, Width = 1 }, Mnist),
        new("resnet-18", new ResNetModel { Depth = 18 }, Cifar),
        new("vit", new VitModel { Patch = 4, Dim = 192, Depth = 6, Heads = 3, Mlp = 768 }, Cifar),
        new("mlp", new MlpModel { Hidden = [512, 512] }, Mnist),
    ];

    public static Workload Of(string name) => All.Single(workload => workload.Name == name);

    /// <summary>Cross-entropy under mixup with SGD, as the experiments train.</summary>
    public NetworkCell Cell(int images, int batch, int epochs, Numerics numerics, Precision precision = Precision.Float32) => new()
    {
        Data = new GlyphsData { Train = images, Test = 100 }, // drawn by a worker alone: here the images are those below
        Model = Model,
        Loss = new CrossEntropyLoss(),
        Mixup = new Mixup { Alpha = 1 },
        Training = new()
        {
            Epochs = epochs,
            BatchSize = batch,
            Optimizer = new SgdOptimizer { LearningRate = 0.01, Momentum = 0.9, WeightDecay = 5e-4 },
            Schedule = new ConstantSchedule(),
            Precision = precision,
        },
        Measure = new() { Epochs = [epochs] },
        Numerics = numerics,
        Seed = 0,
    };

    /// <summary>Images of pixels that formula.py computes alike, class after class.</summary>
    public DataSet Images(int count)
    {
        ImageSet Set(string name, int images) => new()
        {
            Pixels = [.. Formula.Uniform(name, (long)images * Shape.Size).Select(value => (byte)((value + 0.5) * 256))],
            Labels = [.. Enumerable.Range(0, images).Select(image => image % Classes)],
            Shape = Shape,
        };
        return new() { Train = Set("train", count), Test = Set("test", 10), ClassNames = [.. Enumerable.Range(0, Classes).Select(label => $"{label}")] };
    }
}
