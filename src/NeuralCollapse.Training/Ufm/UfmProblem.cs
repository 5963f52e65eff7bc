using NeuralCollapse.Specs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>
/// What the unconstrained features model minimises: mean over i of [loss_i(W h_i + t_i + b) + (lambda_H/2) |h_i|^2] + (lambda_W/2) |W|_F^2, as a function of what
/// is learned of it. Letters: N samples, C classes, D features.
/// </summary>
internal sealed class UfmProblem
{
    private readonly LossSpec loss;
    private readonly double featureDecay; // lambda_H
    private readonly double weightDecay; // lambda_W; 0 for a fixed classifier
    private readonly Mixture mixture;
    private readonly Tensor labels; // N
    private readonly Tensor features; // N x D
    private readonly Tensor weights; // C x D
    private readonly Tensor offsets; // N x 1
    private readonly Tensor bias; // C

    /// <summary>Initial features, and weights where they are learned, are independent and normal.</summary>
    public UfmProblem(UfmCell cell)
    {
        var model = cell.Ufm;
        var pairs = UfmSamples.Of(model);
        (loss, featureDecay) = (cell.Loss, model.FeatureDecay);
        labels = tensor(pairs.Select(pair => (long)pair.Sample).ToArray());
        mixture = new([.. pairs.Select(pair => pair.Lambda)], tensor(pairs.Select(pair => (long)pair.Partner).ToArray()));

        var learned = model.Classifier as LearnedClassifier;
        weightDecay = learned?.WeightDecay ?? 0;
        features = Learn(Normal(cell.Seed, "features", pairs.Count, model.Dim), true);
        weights = Learn(
            model.Classifier is SimplexClassifier simplex
                ? Matrix(SimplexWeights.Of(model.Classes, model.Dim, simplex.Scale), model.Dim)
                : Normal(cell.Seed, "weights/classifier", model.Classes, model.Dim),
            learned is not null);
        offsets = Learn(zeros(pairs.Count, 1, float64), model.Offset == UfmOffset.Free);
        bias = Learn(zeros(model.Classes, float64), model.Offset == UfmOffset.Free && learned is not null);
    }

    /// <summary>What an optimiser is to change.</summary>
    public IEnumerable<Parameter> Learned => Named().Select(t => (Parameter)t.Values);

    /// <summary>The same, each with its name.</summary>
    public IEnumerable<(string Name, Tensor Values)> Named() =>
        new (string, Tensor)[] { ("features", features), ("weight", weights), ("offsets", offsets), ("bias", bias) }.Where(t => t.Item2 is Parameter);

    /// <summary>The objective, as a scalar tensor.</summary>
    public Tensor Objective()
    {
        using var scope = NewDisposeScope();
        var fit = mixture.Loss(loss, features.matmul(weights.t()) + offsets + bias, labels);
        return (fit + (features.square().sum() * (featureDecay / 2 / features.shape[0])) + (weights.square().sum() * (weightDecay / 2)))
            .MoveToOuterDisposeScope();
    }

    /// <summary>What has been learned after an epoch.</summary>
    public UfmEpoch After(int epoch)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        return new()
        {
            Epoch = epoch,
            Objective = Objective().item<double>(),
            Features = Values(features),
            Weights = Values(weights),
            Offsets = Values(offsets),
            Bias = Values(bias),
        };
    }

    private static Tensor Learn(Tensor initial, bool learned) => learned ? new Parameter(initial) : initial;

    private static Tensor Normal(int seed, string stream, int rows, int columns)
    {
        var random = new RandomStream(seed, stream);
        return Matrix([.. Enumerable.Range(0, rows * columns).Select(_ => random.NextNormal())], columns);
    }

    /// <summary>A copy in libtorch's own memory, which is aligned: the bits of a matrix product depend on the alignment of its factors.</summary>
    private static Tensor Matrix(double[] values, int columns)
    {
        using var given = tensor(values, [values.Length / columns, columns], float64);
        return given.clone();
    }

    private static double[] Values(Tensor tensor) => tensor.detach().contiguous().data<double>().ToArray();
}
