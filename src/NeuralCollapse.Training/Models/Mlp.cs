using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Hidden layers of linear map, batch normalisation and ReLU; D is the size of the last one.</summary>
public sealed class Mlp : Network
{
    public Mlp(MlpModel spec, ImageShape shape, int classes)
        : base("mlp", spec, classes)
    {
        nn.Module<Tensor, Tensor>[][] layers = [.. spec.Hidden.Select((units, layer) => new nn.Module<Tensor, Tensor>[]
        {
            nn.Linear(layer == 0 ? shape.Size : spec.Hidden[layer - 1], units, hasBias: false), nn.BatchNorm1d(units), nn.ReLU(),
        })];
        this.Registered("layers", Parts.Chain(layers.SelectMany(parts => parts)));
        Layers = [.. layers.Select((parts, layer) => new NetworkLayer(FormattableString.Invariant($"layers.{(parts.Length * (layer + 1)) - 1}"), parts))];
        this.Registered("fc", Classifier);
    }

    public override IReadOnlyList<NetworkLayer> Layers { get; }

    protected override Tensor Begun(Tensor images) => images.flatten(1);

    protected override Tensor Pooled(Tensor output) => output;
}
