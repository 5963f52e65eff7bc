using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

public abstract partial class Network
{
    /// <summary>
    /// The state dict, as a copy: parameters, then running means and variances and batch norm's counts of batches. Nothing reads the counts
    /// with a fixed momentum, but who loads a state dict in PyTorch expects them.
    /// </summary>
    public IReadOnlyList<NetworkArray> Arrays()
    {
        using var scope = NewDisposeScope();
        return [.. Named().Select(t => new NetworkArray(t.Name, Shape(t.Values), t.Values.is_floating_point()
            ? t.Values.detach().cpu().to(float32).contiguous().data<float>().ToArray()
            : t.Values.detach().cpu().to(int64).contiguous().data<long>().ToArray()))];
    }

    /// <summary>Replaces all that <see cref="Arrays"/> lists. Counts of batches may be missing, and stay as they are.</summary>
    /// <param name="arrays">In any order, each name once.</param>
    /// <param name="source">Where they come from, for messages: a file.</param>
    /// <exception cref="UserErrorException">Some are missing, unexpected or of another shape: all of them are named, nothing is loaded.</exception>
    public void Load(IEnumerable<NetworkArray> arrays, string source)
    {
        var given = arrays.ToDictionary(a => a.Name);
        var named = Named().ToList();
        var own = named.ToDictionary(t => t.Name, t => (Shape: $"[{string.Join(", ", Shape(t.Values))}]", IsCount: !t.Values.is_floating_point()));
        string[] errors =
        [
            .. own.Where(o => !o.Value.IsCount && !given.ContainsKey(o.Key)).Select(o => $"{source}: {o.Key}: expected the shape {o.Value.Shape}, got no array of this name"),
            .. given.Keys.Where(name => !own.ContainsKey(name)).Select(name => $"{source}: {name}: expected only arrays of the network, got one it does not have"),
            .. own.Where(o => given.TryGetValue(o.Key, out var array) && array.ShapeText != o.Value.Shape)
                .Select(o => $"{source}: {o.Key}: expected the shape {o.Value.Shape}, got {given[o.Key].ShapeText}"),
            .. given.Values.Where(array => own.TryGetValue(array.Name, out var o) && o.IsCount != (array.Values is long[]))
                .Select(array => $"{source}: {array.Name}: expected {(own[array.Name].IsCount ? "whole" : "floating-point")} numbers, got others"),
            .. given.Values.Where(array => array.Values is float[] values && !values.All(float.IsFinite))
                .Select(array => $"{source}: {array.Name}: expected finite numbers, got {((float[])array.Values).First(value => !float.IsFinite(value))}"),
        ];
        if (errors.Length > 0)
            throw new UserErrorException($"{string.Join('\n', errors)}\n  remedy: load weights of the same kind of model, for images and classes of the same number");

        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        foreach (var (name, values) in named.Where(t => given.ContainsKey(t.Name)))
        {
            using var loaded = given[name].Values is long[] counts ? tensor(counts) : tensor((float[])given[name].Values);
            values.copy_(loaded.view(values.shape)); // by logical position: a channels-last layout stays
        }
    }

    /// <summary>Returns normally where every parameter and running statistic is finite.</summary>
    /// <exception cref="DivergedException">One is not; it is named.</exception>
    public void ThrowUnlessFinite(int epoch)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        foreach (var (name, values) in Named().Where(t => t.Values.is_floating_point()))
            DivergedException.ThrowUnlessFinite($"a value of {name}", values.abs().max().item<float>(), epoch);
    }

    private static int[] Shape(Tensor values) => Array.ConvertAll(values.shape, extent => checked((int)extent));

    internal IEnumerable<(string Name, Tensor Values)> Named() =>
        [.. named_parameters().Select(p => (p.name, (Tensor)p.parameter)), .. named_buffers().Select(b => (b.name, b.buffer))];
}
