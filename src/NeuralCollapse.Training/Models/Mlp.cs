using NeuralCollapse.Specs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Hidden layers of linear map, batch normalisation and ReLU; D is the size of the last one.</summary>
public sealed class Mlp : Network
{
    private readonly Sequential layers;

    public Mlp(MlpModel spec, ImageShape shape, int classes)
        : base("mlp", spec, classes)
    {
        layers = this.Registered("layers", Parts.Chain(spec.Hidden.SelectMany((units, layer) => new nn.Module<Tensor, Tensor>[]
        {
            nn.Linear(layer == 0 ? shape.Size : spec.Hidden[layer - 1], units, hasBias: false), nn.BatchNorm1d(units), nn.ReLU(),
        })));
        this.Registered("fc", Classifier);
    }

    public override Tensor Features(Tensor images)
    {
        using var scope = NewDisposeScope();
        return layers.forward(images.flatten(1)).MoveToOuterDisposeScope();
    }
}
