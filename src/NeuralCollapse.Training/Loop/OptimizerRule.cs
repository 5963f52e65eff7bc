using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

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

    /// <summary>Steps one group.</summary>
    /// <param name="group">What is stepped.</param>
    /// <param name="gradient">Its gradient, which may be overwritten.</param>
    /// <param name="rate">Learning rate.</param>
    /// <param name="step">From 1.</param>
    public abstract void Step(ParameterGroup group, Tensor gradient, double rate, int step);

    private sealed class SgdRule(SgdOptimizer spec) : OptimizerRule
    {
        public override void Step(ParameterGroup group, Tensor gradient, double rate, int step)
        {
            if (group.Decay != 0)
                gradient.add_(group.Values, alpha: group.Decay);
            if (spec.Momentum == 0)
            {
                group.Values.add_(gradient, alpha: -rate);
                return;
            }

            var momentum = group.Moments[0].mul_(spec.Momentum).add_(gradient);
            group.Values.add_(spec.Nesterov ? gradient.add_(momentum, alpha: spec.Momentum) : momentum, alpha: -rate);
        }
    }

    private sealed class AdamRule(AdaptiveOptimizerSpec spec, bool isDecoupled) : OptimizerRule
    {
        public override void Step(ParameterGroup group, Tensor gradient, double rate, int step)
        {
            if (group.Decay != 0 && isDecoupled)
                group.Values.mul_(1 - (rate * group.Decay));
            else if (group.Decay != 0)
                gradient.add_(group.Values, alpha: group.Decay);
            var mean = group.Moments[0].mul_(spec.Beta1).add_(gradient, alpha: 1 - spec.Beta1);
            var square = group.Moments[1].mul_(spec.Beta2).addcmul_(gradient, gradient, value: 1 - spec.Beta2);
            var root = square.rsqrt().reciprocal_(); // of 0 it is 0; both functions round alike everywhere, sqrt does not
            var divisor = root.div_(Math.Sqrt(1 - Math.Pow(spec.Beta2, step))).add_(spec.Epsilon);
            group.Values.addcdiv_(mean, divisor, value: -rate / (1 - Math.Pow(spec.Beta1, step)));
        }
    }
}
