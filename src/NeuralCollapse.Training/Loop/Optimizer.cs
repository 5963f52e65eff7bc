using NeuralCollapse.Specs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Steps parameters down the gradient of a loss.</summary>
public sealed class Optimizer : IDisposable
{
    private readonly double clip; // largest norm of the gradient; 0: no limit
    private readonly OptimizerRule rule;
    private readonly IReadOnlyList<SteppedParameter> parameters;

    private Optimizer(IReadOnlyList<Parameter> parameters, OptimizerSpec spec)
    {
        (clip, rule) = (spec.Clip, OptimizerRule.Of(spec));
        this.parameters = [.. parameters.Select(p => new SteppedParameter(
            p, spec.Decay == DecayedParameters.All || IsWeight(p) ? spec.WeightDecay : 0, [.. Enumerable.Range(0, spec.Moments).Select(_ => zeros_like(p))]))];
        Rate = spec.LearningRate;
    }

    /// <summary>Learning rate of the next steps.</summary>
    public double Rate { get; set; }

    /// <summary>Steps so far.</summary>
    public int Steps { get; internal set; }

    /// <summary>The moments of the gradients, by the place of their parameter.</summary>
    internal IEnumerable<(string Name, Tensor Values)> Named() => parameters.SelectMany((p, at) =>
        p.Moments.Select((moment, order) => (FormattableString.Invariant($"optimizer.{at}.moment-{order + 1}"), moment)));

    /// <summary>For all of a network that is learned.</summary>
    public static Optimizer Build(OptimizerSpec spec, Network network) => Build(spec, network.parameters().Where(p => p.requires_grad));

    public static Optimizer Build(OptimizerSpec spec, IEnumerable<Parameter> parameters) => new([.. parameters], spec);

    /// <summary>One step down the gradient of a scalar loss.</summary>
    public void Step(Tensor loss)
    {
        loss.backward();
        if (clip > 0)
            ClipGradient();
        Steps++;
        using var noGradient = no_grad();
        foreach (var parameter in parameters)
        {
            using var scope = NewDisposeScope();
            if (parameter.Values.grad is { } gradient)
                rule.Step(parameter, gradient, Rate, Steps);
            parameter.Values.grad = null; // the next backward pass then leaves its own tensor in place of adding to this one
        }
    }

    public void Dispose()
    {
        foreach (var moment in parameters.SelectMany(p => p.Moments))
            moment.Dispose();
    }

    /// <summary>As PyTorch's clip_grad_norm_, but without asking the device for the norm, which would wait for it at every step.</summary>
    private void ClipGradient()
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var gradients = parameters.Select(p => p.Values.grad).OfType<Tensor>().ToList();
        var norm = gradients.Count == 1 ? gradients[0].norm() : stack(gradients.Select(g => g.norm())).norm();
        var factor = (norm + 1e-6).reciprocal().mul(clip).clamp(max: 1);
        foreach (var gradient in gradients)
            gradient.mul_(factor);
    }

    /// <summary>Biases and the scales of normalisations are vectors, all else has more dimensions.</summary>
    private static bool IsWeight(Parameter parameter) => parameter.dim() > 1;
}
