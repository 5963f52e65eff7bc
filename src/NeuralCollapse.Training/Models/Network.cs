using NeuralCollapse.Specs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>
/// Images to last-layer features to logits. Letters: N samples, C classes (channels where four letters stand), D features, H x W pixels.
/// Every forward pass, of the network and of its parts, has a dispose scope of its own and moves only its result out of it: a handle on an
/// intermediate result that lives until the end of the step keeps autograd from freeing anything during backward.
/// </summary>
public abstract partial class Network : nn.Module<Tensor, Tensor>
{
    /// <param name="name">Name of the module.</param>
    /// <param name="features">D: dimension of the last-layer features.</param>
    /// <param name="classes">C: number of classes.</param>
    protected Network(string name, int features, int classes)
        : base(name) => Classifier = nn.Linear(features, classes);

    /// <summary>The last layer: weight C x D and bias C.</summary>
    public Linear Classifier { get; }

    /// <summary>Last-layer features, N x D, of images, N x C x H x W.</summary>
    public abstract Tensor Features(Tensor images);

    /// <summary>Logits, N x C.</summary>
    public override Tensor forward(Tensor images)
    {
        using var scope = NewDisposeScope();
        return Classifier.forward(Features(images)).MoveToOuterDisposeScope();
    }

    /// <summary>Builds the network of a spec with initial weights drawn from the seed.</summary>
    public static Network Build(ModelSpec spec, ImageShape shape, int classes, int seed)
    {
        Network network = spec switch
        {
            WideResNetModel wide => new WideResNet(wide, shape, classes),
            ResNetModel residual => new ResNet(residual, shape, classes),
            VitModel vit => new VisionTransformer(vit, shape, classes),
            MlpModel mlp => new Mlp(mlp, shape, classes),
            _ => throw new NotSupportedException($"no network for {spec.GetType().Name}"),
        };
        InitialWeights.Draw(network, seed);
        return network;
    }
}
