using System.Reflection;
using NeuralCollapse.Specs;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>
/// Images to last-layer features to logits. Letters: N samples, C classes (channels where four letters stand), D features, H x W pixels.
/// Every forward pass, of the network and of its parts, has a dispose scope of its own and moves only its result out of it: a handle on an
/// intermediate result that lives until the end of the step keeps autograd from freeing anything during backward. Parameters have the names
/// of PyTorch's state dicts, registered one by one: initial weights are drawn by them, and weights are exchanged by them.
/// </summary>
public abstract partial class Network : nn.Module<Tensor, Tensor>
{
    private static readonly Dictionary<Type, Type> ByModel = Assembly.GetExecutingAssembly().GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Network)) && !type.IsAbstract)
        .ToDictionary(type => type.GetConstructors().Single().GetParameters()[0].ParameterType);

    /// <param name="name">Name of the module.</param>
    /// <param name="spec">What is built.</param>
    /// <param name="classes">C: number of classes.</param>
    protected Network(string name, ModelSpec spec, int classes)
        : base(name)
    {
        Simplex = spec.Classifier as SimplexLastLayer;
        Classifier = nn.Linear(spec.Features, classes, hasBias: Simplex is null);
        Classifier.weight.requires_grad = Simplex is null;
    }

    /// <summary>The last layer: weight C x D and, where it is learned, bias C. A fixed one is in the state dict all the same.</summary>
    public Linear Classifier { get; }

    /// <summary>What the last layer is fixed to; null where it is learned.</summary>
    internal SimplexLastLayer? Simplex { get; }

    /// <summary>The layers in their order; the features are what <see cref="Pooled"/> makes of the last one's output.</summary>
    public abstract IReadOnlyList<NetworkLayer> Layers { get; }

    /// <summary>What the first layer takes, made of images, N x C x H x W; or these themselves.</summary>
    protected abstract Tensor Begun(Tensor images);

    /// <summary>N x D of the output of any layer, with the D of that layer; the output itself where that is what it is.</summary>
    protected abstract Tensor Pooled(Tensor output);

    /// <summary>Last-layer features, N x D, of images, N x C x H x W.</summary>
    public Tensor Features(Tensor images) => Run(images, (output, _) => output);

    /// <summary>The pooled output of every layer, N x D of the layer, in their order; the last are the features. No more than one output is held as it is.</summary>
    public IReadOnlyList<Tensor> FeaturesOfLayers(Tensor images)
    {
        using var scope = NewDisposeScope();
        var pooled = new List<Tensor>(Layers.Count);
        Run(images, (output, layer) =>
        {
            if (layer > 0)
                pooled.Add(Pooled(output).clone().MoveToOuterDisposeScope());
            return output;
        });
        return [.. pooled.Select(features => features.MoveToOuterDisposeScope())];
    }

    /// <summary>Logits, N x C.</summary>
    public override Tensor forward(Tensor images)
    {
        using var scope = NewDisposeScope();
        return Classifier.forward(Features(images)).MoveToOuterDisposeScope();
    }

    /// <summary>Features of images, each layer taking what is made of the output before it; that of layer 0 is the images.</summary>
    private Tensor Run(Tensor images, Func<Tensor, int, Tensor> change)
    {
        using var scope = NewDisposeScope();
        var given = change(images, 0);
        var output = Begun(given);
        for (var layer = 1; layer <= Layers.Count; layer++)
        {
            var made = Layers[layer - 1].Forward(output);
            if (!ReferenceEquals(output, images))
                output.Dispose();
            output = change(made, layer);
        }

        return Pooled(output).MoveToOuterDisposeScope();
    }

    /// <summary>Logits, N x C, of what is changed on its way.</summary>
    /// <param name="images">N x C x H x W.</param>
    /// <param name="after">The layer after which it is changed, from 1; 0: the images are.</param>
    /// <param name="change">What is done to it.</param>
    public Tensor Logits(Tensor images, int after, Func<Tensor, Tensor> change)
    {
        using var scope = NewDisposeScope();
        return Classifier.forward(Run(images, (output, layer) => layer == after ? change(output) : output)).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Builds the network of a spec with initial weights drawn from the seed. It is found by the first parameter of its constructor, the
    /// model; the others are the shape of the images and the number of classes.
    /// </summary>
    /// <exception cref="UserErrorException">The model does not fit the images.</exception>
    public static Network Build(ModelSpec spec, ImageShape shape, int classes, int seed, ComputeDevice device = default)
    {
        var network = (Network)Activator.CreateInstance(
            ByModel[spec.GetType()], BindingFlags.DoNotWrapExceptions | BindingFlags.Instance | BindingFlags.Public, null, [spec, shape, classes], null)!;
        InitialWeights.Draw(network, seed);
        if (!device.IsProcessor)
            network.to(device.Torch);
        return network;
    }
}

/// <summary>What the networks are made of.</summary>
internal static class Parts
{
    /// <summary>Registers a part under the name that its parameters have in a state dict.</summary>
    public static T Registered<T>(this nn.Module owner, string name, T part)
        where T : nn.Module
    {
        owner.register_module(name, part);
        return part;
    }

    /// <summary>Registers blocks one after the other under a common name, as layers of a network.</summary>
    public static IEnumerable<NetworkLayer> Blocks(this nn.Module owner, string name, IEnumerable<nn.Module<Tensor, Tensor>> blocks)
    {
        nn.Module<Tensor, Tensor>[] built = [.. blocks];
        owner.Registered(name, Chain(built));
        return built.Select((block, index) => new NetworkLayer(FormattableString.Invariant($"{name}.{index}"), block));
    }

    /// <summary>A convolution that keeps the size of the image at stride 1, without bias.</summary>
    public static Conv2d Conv(int input, int output, int kernel, int stride = 1) =>
        nn.Conv2d(input, output, kernel, stride, padding: kernel / 2, bias: false);

    /// <summary>Parts one after the other, named 0, 1, 2 ...</summary>
    public static Sequential Chain(params IEnumerable<nn.Module<Tensor, Tensor>> parts) =>
        nn.Sequential(parts.Select((part, index) => (index.ToString(System.Globalization.CultureInfo.InvariantCulture), part)));
}

/// <summary>
/// The channels-last memory layout, which TorchSharp has no name for: N x C x H x W by shape, N x H x W x C in memory. oneDNN's
/// convolutions then work in place of reordering both ways: 1.3 times faster at one thread.
/// </summary>
internal static class ChannelsLast
{
    /// <summary>The same values, N x C x H x W, laid out channels-last.</summary>
    public static Tensor Of(Tensor x)
    {
        if (!ComputeDevice.PutsSingleChannelLast || x.shape[1] > 1)
            return x.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
        var (height, width) = (x.shape[2], x.shape[3]);
        return x.contiguous().as_strided(x.shape, [height * width, 1, width, 1]);
    }

    /// <summary>A parameter with the values of another, laid out channels-last.</summary>
    public static Parameter Parameter(Tensor x) => new(Of(x).detach(), requires_grad: true);
}
