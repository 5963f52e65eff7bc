using System.Text;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Training.Tests;

/// <summary>Initial weights are drawn by the names of parameters, and weights are exchanged by them: a changed name changes the science.</summary>
public sealed class NamingParameters
{
    [Fact]
    public async Task TheNamesAreThoseOfPyTorch()
    {
        LibTorch.Load();
        var text = new StringBuilder();
        foreach (var model in (ModelSpec[])
            [
                new WideResNetModel { Depth = 10, Width = 1 }, new ResNetModel { Depth = 18 }, new ResNetModel { Depth = 50 },
                new VggModel { Depth = 11 },
                new VitModel { Patch = 4, Dim = 24, Depth = 1, Heads = 3, Mlp = 48 }, new MlpModel { Hidden = [30, 20] },
            ])
        {
            using var network = Network.Build(model, new(3, 32, 32), 10, seed: 0);
            text.Append(KindAttribute.Of(model.GetType())).Append('\n').AppendJoin("", network.Arrays().Select(a => $"  {a.Name} {a.ShapeText}\n"));
        }

        await Golden.Verify(text.ToString().TrimEnd(), "Networks/Parameters");
    }
}
