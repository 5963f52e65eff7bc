using System.Reflection;
using NeuralCollapse.Specs;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace NeuralCollapse.Training;

/// <summary>What training minimises, as a function of tensors. Logits are N x C. The function of a loss is found by the type of its spec.</summary>
public abstract class LossFunction
{
    private static readonly Dictionary<Type, Type> ByLoss = Assembly.GetExecutingAssembly().GetTypes()
        .Where(type => type.IsSubclassOf(typeof(LossFunction)) && !type.IsAbstract)
        .ToDictionary(LossOf);

    /// <summary>The function of a loss.</summary>
    public static LossFunction Of(LossSpec spec) => (LossFunction)Activator.CreateInstance(ByLoss[spec.GetType()], spec)!;

    /// <summary>Rows that are 1 at the label and 0 elsewhere, N x C, of the type of the logits.</summary>
    public static Tensor OneHot(Tensor labels, Tensor logits) => one_hot(labels, logits.shape[1]).to(logits.dtype);

    /// <summary>N numbers: 1 where the largest logit is that of the label, 0 elsewhere. Of float64, or float32 on a device that has no other.</summary>
    public static Tensor IsRight(Tensor logits, Tensor labels) => logits.argmax(1).eq(labels).to(ComputeDevice.WidestOn(logits.device));

    /// <summary>Mean loss of a batch, as a scalar tensor.</summary>
    /// <param name="logits">N x C.</param>
    /// <param name="labels">N whole numbers.</param>
    public Tensor Mean(Tensor logits, Tensor labels)
    {
        using var scope = NewDisposeScope();
        return MeanOf(logits, labels).MoveToOuterDisposeScope();
    }

    /// <summary>Loss of each sample, N, against a distribution over the classes; for a one-hot one that of its label.</summary>
    /// <param name="logits">N x C.</param>
    /// <param name="targets">N x C, rows of sum 1.</param>
    public Tensor Each(Tensor logits, Tensor targets)
    {
        using var scope = NewDisposeScope();
        return EachOf(logits, targets).MoveToOuterDisposeScope();
    }

    /// <summary>What <see cref="Mean"/> returns; what else it makes is freed.</summary>
    protected abstract Tensor MeanOf(Tensor logits, Tensor labels);

    /// <summary>What <see cref="Each"/> returns; what else it makes is freed.</summary>
    protected abstract Tensor EachOf(Tensor logits, Tensor targets);

    private static Type LossOf(Type function) => function.GetConstructors().Single().GetParameters().Single().ParameterType;
}

/// <summary>A loss that compares every logit with its own target, averaged over samples and classes.</summary>
internal abstract class ElementwiseFunction : LossFunction
{
    protected sealed override Tensor MeanOf(Tensor logits, Tensor labels) => Errors(logits, OneHot(labels, logits)).mean();

    protected sealed override Tensor EachOf(Tensor logits, Tensor targets) => Errors(logits, targets).mean([1]);

    /// <summary>Errors, N x C.</summary>
    protected abstract Tensor Errors(Tensor logits, Tensor targets);
}
