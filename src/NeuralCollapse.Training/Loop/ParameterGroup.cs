using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>
/// What an optimizer steps at once: one parameter or, joined, several that lie one behind the other in one tensor. A GPU is then given a few
/// operations for a step in place of a few for each parameter, which take it longer to start than to do; the digits of an element may
/// depend on its place in a tensor, so that the processor, whose digits are kept, steps them one by one.
/// </summary>
internal sealed class ParameterGroup : IDisposable
{
    private readonly Parameter[] parameters;
    private readonly bool isJoined;
    private readonly IReadOnlyList<long[]> orders; // of each parameter its dimensions, that with the longest stride first

    private ParameterGroup(Parameter[] parameters, double decay, int moments, bool isJoined)
    {
        (this.parameters, this.isJoined, Decay) = (parameters, isJoined, decay);
        orders = [.. parameters.Select(p => p.stride().Index().OrderByDescending(d => d.Item).Select(d => (long)d.Index).ToArray())];
        Values = isJoined ? Joined() : parameters[0];
        Moments = [.. Enumerable.Range(0, moments).Select(_ => zeros_like(Values))];
    }

    /// <summary>What is stepped: the values of the parameters themselves.</summary>
    public Tensor Values { get; }

    /// <summary>Their weight decay.</summary>
    public double Decay { get; }

    /// <summary>Running moments of their gradient, each of its shape and layout.</summary>
    public IReadOnlyList<Tensor> Moments { get; }

    /// <summary>The parameter alone.</summary>
    public static ParameterGroup Of(Parameter parameter, double decay, int moments) => new([parameter], decay, moments, isJoined: false);

    /// <summary>The parameters joined. Each has to have a gradient at every step.</summary>
    public static ParameterGroup Join(IEnumerable<Parameter> parameters, double decay, int moments) => new([.. parameters], decay, moments, isJoined: true);

    /// <summary>The gradient, which may be overwritten; null where a parameter alone has none.</summary>
    public Tensor? Gradient() => isJoined ? cat([.. parameters.Select((p, at) => Flat(p.grad!, at))]) : parameters[0].grad;

    /// <summary>Forgets the gradient: the next backward pass then leaves its own tensors in place of adding to these.</summary>
    public void ForgetGradient()
    {
        foreach (var parameter in parameters)
            parameter.grad = null;
    }

    /// <summary>Every moment of every parameter, of the shape of the parameter, first all of the first moment.</summary>
    public IEnumerable<(Parameter Of, int Order, Tensor Values)> Parts() => Moments.SelectMany((moment, order) =>
        parameters.Select((p, at) => (p, order, isJoined ? Part(moment, at) : moment)));

    public void Dispose()
    {
        foreach (var moment in Moments)
            moment.Dispose();
        if (isJoined)
            Values.Dispose();
    }

    /// <summary>Moves the values of all into one tensor.</summary>
    private Tensor Joined()
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var joined = cat([.. parameters.Select(Flat)]);
        foreach (var (at, parameter) in parameters.Index())
            parameter.set_(Part(joined, at));
        return joined.MoveToOuterDisposeScope();
    }

    /// <summary>The elements of a tensor that is laid out as a parameter, in the order in which they lie in memory.</summary>
    private Tensor Flat(Tensor values, int at) => orders[at].Length == 1 ? values : values.permute(orders[at]).flatten();

    /// <summary>What is a parameter's of a tensor that has all joined, in the shape and layout of the parameter.</summary>
    private Tensor Part(Tensor joined, int at)
    {
        var (shape, order) = (parameters[at].shape, orders[at]);
        var lies = joined.narrow(0, parameters.Take(at).Sum(p => p.numel()), parameters[at].numel()).view([.. order.Select(d => shape[d])]);
        return lies.permute([.. order.Index().OrderBy(d => d.Item).Select(d => (long)d.Index)]);
    }
}
