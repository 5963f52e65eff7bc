using NeuralCollapse.Specs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Hidden layers of linear map, batch normalisation and ReLU; D is the size of the last one.</summary>
public sealed class Mlp : Network
{
    private readonly Sequential layers;

    public Mlp(MlpModel spec, ImageShape shape, int classes)
        : base("mlp", spec.Hidden[^1], classes)
    {
        layers = nn.Sequential(spec.Hidden.SelectMany((units, layer) => new (string, nn.Module<Tensor, Tensor>)[]
        {
            ($"linear{layer}", nn.Linear(layer == 0 ? shape.Size : spec.Hidden[layer - 1], units, hasBias: false)),
            ($"norm{layer}", nn.BatchNorm1d(units)),
            ($"relu{layer}", nn.ReLU()),
        }));
        RegisterComponents();
    }

    public override Tensor Features(Tensor images)
    {
        using var scope = NewDisposeScope();
        return layers.forward(images.flatten(1)).MoveToOuterDisposeScope();
    }
}
