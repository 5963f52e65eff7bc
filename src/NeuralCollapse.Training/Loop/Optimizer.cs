using NeuralCollapse.Specs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Steps a network's parameters down the gradient of a loss.</summary>
public sealed class Optimizer : IDisposable
{
    private readonly SGD sgd;

    private Optimizer(SGD sgd) => this.sgd = sgd;

    /// <summary>Learning rate of the next steps.</summary>
    public double Rate
    {
        set
        {
            foreach (var group in sgd.ParamGroups)
                group.LearningRate = value;
        }
    }

    public static Optimizer Build(OptimizerSpec spec, Network network) => spec switch
    {
        SgdOptimizer sgd => new(optim.SGD(network.parameters(), sgd.LearningRate, sgd.Momentum, dampening: 0, sgd.WeightDecay)),
        _ => throw new NotSupportedException($"no optimizer for {spec.GetType().Name}"),
    };

    /// <summary>One step down the gradient of a scalar loss.</summary>
    public void Step(Tensor loss)
    {
        sgd.zero_grad();
        loss.backward();
        sgd.step();
    }

    public void Dispose() => sgd.Dispose();
}
