using NeuralCollapse.Specs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>A parameter that an optimizer steps.</summary>
/// <param name="Values">What is stepped.</param>
/// <param name="Decay">Its weight decay.</param>
/// <param name="Moments">Running moments of its gradient, each of its shape and layout.</param>
internal sealed record SteppedParameter(Parameter Values, double Decay, IReadOnlyList<Tensor> Moments);

/// <summary>
/// How a gradient becomes a step, in PyTorch's order of operations. The rules are written out here since PyTorch's take square roots from a
/// library that rounds differently on processors of different makers.
/// </summary>
internal abstract class OptimizerRule
{
    /// <summary>The rule of a spec.</summary>
    public static OptimizerRule Of(OptimizerSpec spec) => spec switch
    {
        SgdOptimizer sgd => new SgdRule(sgd),
        AdaptiveOptimizerSpec adam => new AdamRule(adam, isDecoupled: adam is AdamWOptimizer),
        _ => throw new NotSupportedException($"no rule for {spec.GetType().Name}"),
    };

    /// <summary>Steps one parameter.</summary>
    /// <param name="parameter">What is stepped.</param>
    /// <param name="gradient">Its gradient, which may be overwritten.</param>
    /// <param name="rate">Learning rate.</param>
    /// <param name="step">From 1.</param>
    public abstract void Step(SteppedParameter parameter, Tensor gradient, double rate, int step);

    private sealed class SgdRule(SgdOptimizer spec) : OptimizerRule
    {
        public override void Step(SteppedParameter parameter, Tensor gradient, double rate, int step)
        {
            if (parameter.Decay != 0)
                gradient.add_(parameter.Values, alpha: parameter.Decay);
            if (spec.Momentum == 0)
            {
                parameter.Values.add_(gradient, alpha: -rate);
                return;
            }

            var momentum = parameter.Moments[0].mul_(spec.Momentum).add_(gradient);
            parameter.Values.add_(spec.Nesterov ? gradient.add_(momentum, alpha: spec.Momentum) : momentum, alpha: -rate);
        }
    }

    private sealed class AdamRule(AdaptiveOptimizerSpec spec, bool isDecoupled) : OptimizerRule
    {
        public override void Step(SteppedParameter parameter, Tensor gradient, double rate, int step)
        {
            if (parameter.Decay != 0 && isDecoupled)
                parameter.Values.mul_(1 - (rate * parameter.Decay));
            else if (parameter.Decay != 0)
                gradient.add_(parameter.Values, alpha: parameter.Decay);
            var mean = parameter.Moments[0].mul_(spec.Beta1).add_(gradient, alpha: 1 - spec.Beta1);
            var square = parameter.Moments[1].mul_(spec.Beta2).addcmul_(gradient, gradient, value: 1 - spec.Beta2);
            var root = square.rsqrt().reciprocal_(); // of 0 it is 0; both functions round alike everywhere, sqrt does not
            var divisor = root.div_(Math.Sqrt(1 - Math.Pow(spec.Beta2, step))).add_(spec.Epsilon);
            parameter.Values.addcdiv_(mean, divisor, value: -rate / (1 - Math.Pow(spec.Beta1, step)));
        }
    }
}
