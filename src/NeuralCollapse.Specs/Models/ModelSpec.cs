namespace NeuralCollapse.Specs;

/// <summary>The network between the images and the last-layer features, and the linear classifier that follows.</summary>
public abstract record ModelSpec
{
    /// <summary>The last layer, which makes logits of the features, learned or fixed. Default: { kind: learned }.</summary>
    public ClassifierSpec Classifier { get; init; } = new LearnedLastLayer();

    /// <summary>D, dimension of the last-layer features.</summary>
    public abstract int Features { get; }

    /// <summary>
    /// How such a network is usually trained: what <c>new</c> writes into a spec. By default as <see cref="TrainingSpec"/> has it, which suits
    /// networks of convolutions on small images.
    /// </summary>
    /// <param name="epochs">Epochs of training.</param>
    public virtual TrainingSpec UsualTraining(int epochs) => new() { Epochs = epochs };

    /// <summary>Layers that it can be measured and mixed after: blocks, and what stands between the last one and the features.</summary>
    public abstract int Layers { get; }

    /// <summary>What is wrong with the network for a number of classes; null where it can tell them apart.</summary>
    public Objection? ObjectionTo(int classes) => Classifier is SimplexLastLayer && Features < classes - 1
        ? new(
            "classifier",
            FormattableString.Invariant($"a learned one, or at least {classes - 1} features, which a simplex of the {classes} classes needs"),
            FormattableString.Invariant($"simplex with {Features} features"))
        : null;

    /// <summary>Why the network cannot take images of a size, as the message of an error; null where it can.</summary>
    public virtual string? ObjectionTo(int height, int width) => null;

    /// <summary>
    /// Numbers that the network learns, counted without building it: what a spec can ask for may not fit into any machine. Null for networks
    /// that come in a few published sizes, all of which do.
    /// </summary>
    /// <param name="channels">Channels of the images.</param>
    /// <param name="height">Their rows.</param>
    /// <param name="width">Their columns.</param>
    /// <param name="classes">C, number of classes.</param>
    public virtual long? Parameters(int channels, int height, int width, int classes) => null;
}

/// <summary>Fully connected network with batch normalisation and ReLU after every hidden layer.</summary>
[Kind("mlp")]
public sealed record MlpModel : ModelSpec
{
    /// <summary>Units of each hidden layer, from the input on; the last one is the dimension of the features.</summary>
    [Range(1, 100_000), Usual("[512, 512]")]
    public required IReadOnlyList<int> Hidden { get; init; }

    /// <inheritdoc/>
    public override int Features => Hidden[^1];

    /// <inheritdoc/>
    public override int Layers => Hidden.Count;

    /// <inheritdoc/>
    public override long? Parameters(int channels, int height, int width, int classes)
    {
        var (inputs, count) = ((long)channels * height * width, 0L);
        foreach (var units in Hidden)
            (inputs, count) = (units, count + ((inputs + 2) * units)); // the map, which has no bias, and scale and shift of the normalisation
        return count + Classifier.Parameters(Features, classes);
    }
}

/// <summary>Residual network (He et al. 2016a, table 1) for small images: a 3 x 3 stem of stride 1 and no pooling after it.</summary>
[Kind("resnet")]
public sealed record ResNetModel : ModelSpec
{
    /// <summary>Layers of the published network; 50 has bottleneck blocks and 2048 features, the others have 512.</summary>
    [Allowed(18, 34, 50), Usual("18")]
    public required int Depth { get; init; }

    /// <inheritdoc/>
    public override int Features => Depth == 50 ? 2048 : 512;

    /// <inheritdoc/>
    public override int Layers => Depth == 18 ? 8 : 16;
}

/// <summary>Wide residual network with pre-activation basic blocks (Zagoruyko and Komodakis 2016, section 2).</summary>
[Kind("wide-resnet")]
public sealed record WideResNetModel : ModelSpec, IChecked
{
    /// <summary>Layers in all: 6 n + 4, for n blocks in each of the three groups.</summary>
    [Range(10, 1000), Usual("16")]
    public required int Depth { get; init; }

    /// <summary>Widening factor k: the groups have 16k, 32k and 64k channels.</summary>
    [Range(1, 100), Usual("2")]
    public required int Width { get; init; }

    /// <inheritdoc/>
    public override int Features => 64 * Width;

    /// <inheritdoc/>
    public override int Layers => ((Depth - 4) / 2) + 1;

    /// <inheritdoc/>
    public override long? Parameters(int channels, int height, int width, int classes)
    {
        var (inputs, count) = (16L, 9L * 16 * channels);
        foreach (var planes in (long[])[16L * Width, 32L * Width, 64L * Width])
        {
            for (var block = 0; block < (Depth - 4) / 6; block++, inputs = planes)
                count += (2 * inputs) + (9 * inputs * planes) + (2 * planes) + (9 * planes * planes) + (block == 0 && inputs != planes ? inputs * planes : 0);
        }

        return count + (2 * inputs) + Classifier.Parameters(Features, classes);
    }

    public IEnumerable<Objection> Objections()
    {
        if (Depth % 6 != 4)
        {
            var below = Depth - ((Depth + 2) % 6);
            yield return new(
                "depth",
                FormattableString.Invariant($"6 n + 4 layers, such as {below} or {below + 6}"),
                FormattableString.Invariant($"{Depth}"));
        }
    }
}

/// <summary>
/// VGG with batch normalisation (Simonyan and Zisserman 2015, table 1) for small images: max pooling between the five stages, the mean over
/// what is left of the image after the last, and one linear layer in place of three.
/// </summary>
[Kind("vgg")]
public sealed record VggModel : ModelSpec
{
    /// <summary>Layers of the published network: 8, 10, 13 or 16 of them are convolutions.</summary>
    [Allowed(11, 13, 16, 19), Usual("11")]
    public required int Depth { get; init; }

    /// <inheritdoc/>
    public override int Features => 512;

    /// <inheritdoc/>
    public override int Layers => Depth - 3;
}
