using NeuralCollapse.Specs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Steps parameters down the gradient of a loss.</summary>
public sealed class Optimizer : IDisposable
{
    private readonly IReadOnlyList<Parameter> parameters;
    private readonly double clip; // largest norm of the gradient; 0: no limit
    private readonly IReadOnlyList<OptimizerHelper> rules; // one for each amount of weight decay

    private Optimizer(IReadOnlyList<Parameter> parameters, OptimizerSpec spec)
    {
        (this.parameters, clip) = (parameters, spec.Clip);
        rules = spec.Decay == DecayedParameters.All
            ? [Rule(spec, parameters, spec.WeightDecay)]
            : [Rule(spec, parameters.Where(IsWeight), spec.WeightDecay), Rule(spec, parameters.Where(p => !IsWeight(p)), 0)];
    }

    /// <summary>Learning rate of the next steps.</summary>
    public double Rate
    {
        set
        {
            foreach (var group in rules.SelectMany(rule => rule.ParamGroups))
                group.LearningRate = value;
        }
    }

    public static Optimizer Build(OptimizerSpec spec, Network network) => Build(spec, network.parameters());

    public static Optimizer Build(OptimizerSpec spec, IEnumerable<Parameter> parameters) => new([.. parameters], spec);

    /// <summary>One step down the gradient of a scalar loss.</summary>
    public void Step(Tensor loss)
    {
        foreach (var rule in rules)
            rule.zero_grad();
        loss.backward();
        if (clip > 0)
            nn.utils.clip_grad_norm_(parameters, clip);
        foreach (var rule in rules)
            rule.step();
    }

    public void Dispose()
    {
        foreach (var rule in rules)
            rule.Dispose();
    }

    /// <summary>Biases and the scales of normalisations are vectors, all else has more dimensions.</summary>
    private static bool IsWeight(Parameter parameter) => parameter.dim() > 1;

    private static OptimizerHelper Rule(OptimizerSpec spec, IEnumerable<Parameter> parameters, double decay) => spec switch
    {
        SgdOptimizer o => optim.SGD(parameters, o.LearningRate, o.Momentum, dampening: 0, decay, o.Nesterov),
        AdamOptimizer o => optim.Adam(parameters, o.LearningRate, o.Beta1, o.Beta2, o.Epsilon, decay),
        AdamWOptimizer o => optim.AdamW(parameters, o.LearningRate, o.Beta1, o.Beta2, o.Epsilon, decay),
        _ => throw new NotSupportedException($"no optimizer for {spec.GetType().Name}"),
    };
}
