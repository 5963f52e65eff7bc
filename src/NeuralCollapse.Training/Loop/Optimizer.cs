using NeuralCollapse.Specs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Steps parameters down the gradient of a loss.</summary>
public sealed class Optimizer : IDisposable
{
    private readonly double clip; // largest norm of the gradient; 0: no limit
    private readonly OptimizerRule rule;
    private readonly IReadOnlyList<Parameter> parameters;
    private readonly IReadOnlyList<ParameterGroup> groups;

    private Optimizer(IReadOnlyList<Parameter> parameters, OptimizerSpec spec, ComputeDevice device)
    {
        (this.parameters, clip, rule) = (parameters, spec.Clip, OptimizerRule.Of(spec));
        double DecayOf(Parameter p) => spec.Decay == DecayedParameters.All || IsWeight(p) ? spec.WeightDecay : 0;
        groups = device.IsProcessor
            ? [.. parameters.Select(p => ParameterGroup.Of(p, DecayOf(p), spec.Moments))]
            : [.. parameters.GroupBy(DecayOf).Select(alike => ParameterGroup.Join(alike, alike.Key, spec.Moments))];
        Rate = spec.LearningRate;
    }

    /// <summary>Learning rate of the next steps.</summary>
    public double Rate { get; set; }

    /// <summary>Steps so far.</summary>
    public int Steps { get; internal set; }

    /// <summary>The moments of the gradients, by the place of their parameter.</summary>
    internal IEnumerable<(string Name, Tensor Values)> Named()
    {
        var places = parameters.Index().ToDictionary(p => (object)p.Item, p => p.Index, ReferenceEqualityComparer.Instance); // tensors compare their values
        return groups.SelectMany(group => group.Parts()).OrderBy(part => (places[part.Of], part.Order)).Select(part =>
            (FormattableString.Invariant($"optimizer.{places[part.Of]}.moment-{part.Order + 1}"), part.Values));
    }

    /// <summary>For all of a network on a device that is learned.</summary>
    public static Optimizer Build(OptimizerSpec spec, Network network, ComputeDevice device = default) =>
        Build(spec, network.parameters().Where(p => p.requires_grad), device);

    public static Optimizer Build(OptimizerSpec spec, IEnumerable<Parameter> parameters, ComputeDevice device = default) => new([.. parameters], spec, device);

    /// <summary>One step down the gradient of a scalar loss.</summary>
    public void Step(Tensor loss)
    {
        loss.backward();
        Steps++;
        using var noGradient = no_grad();
        var factor = clip > 0 ? ClippingFactor() : null;
        foreach (var group in groups)
        {
            using var scope = NewDisposeScope();
            if (group.Gradient() is { } gradient)
                rule.Step(group, factor is null ? gradient : gradient.mul_(factor), Rate, Steps);
            group.ForgetGradient();
        }

        factor?.Dispose();
    }

    public void Dispose()
    {
        foreach (var group in groups)
            group.Dispose();
    }

    /// <summary>What PyTorch's clip_grad_norm_ multiplies gradients by, without asking the device for their norm, which would wait for it at every step.</summary>
    private Tensor ClippingFactor()
    {
        using var scope = NewDisposeScope();
        var norms = groups.Select(group => group.Gradient()).OfType<Tensor>().Select(gradient => gradient.norm()).ToList();
        var norm = norms.Count == 1 ? norms[0] : stack(norms).norm();
        return (norm + 1e-6).reciprocal().mul(clip).clamp(max: 1).MoveToOuterDisposeScope();
    }

    /// <summary>Biases and the scales of normalisations are vectors, all else has more dimensions.</summary>
    private static bool IsWeight(Parameter parameter) => parameter.dim() > 1;
}
