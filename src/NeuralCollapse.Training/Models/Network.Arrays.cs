using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

public abstract partial class Network
{
    /// <summary>
    /// Everything that the output depends on, as a copy: parameters, then running means and variances. Batch norm's count of batches is
    /// not among them: with a fixed momentum nothing reads it.
    /// </summary>
    public IReadOnlyList<NetworkArray> Arrays()
    {
        using var scope = NewDisposeScope();
        return [.. Named().Select(t => new NetworkArray(
            t.Name, Shape(t.Values), t.Values.detach().to(float32).contiguous().data<float>().ToArray()))];
    }

    /// <summary>Replaces all that <see cref="Arrays"/> lists.</summary>
    /// <param name="arrays">In any order, each name once.</param>
    /// <param name="source">Where they come from, for messages: a file.</param>
    /// <exception cref="UserMistakeException">Some are missing, unexpected or of another shape: all of them are named, nothing is loaded.</exception>
    public void Load(IEnumerable<NetworkArray> arrays, string source)
    {
        var given = arrays.ToDictionary(a => a.Name);
        var named = Named().ToList();
        var own = named.Select(t => (t.Name, Shape: Shape(t.Values))).ToDictionary(t => t.Name, t => $"[{string.Join(", ", t.Shape)}]");
        string[] mistakes =
        [
            .. own.Keys.Where(name => !given.ContainsKey(name)).Select(name => $"{source}: {name}: expected the shape {own[name]}, got no array of this name"),
            .. given.Keys.Where(name => !own.ContainsKey(name)).Select(name => $"{source}: {name}: expected only arrays of the network, got one it does not have"),
            .. own.Where(o => given.TryGetValue(o.Key, out var array) && array.ShapeText != o.Value)
                .Select(o => $"{source}: {o.Key}: expected the shape {o.Value}, got {given[o.Key].ShapeText}"),
            .. given.Values.Where(array => !array.Values.All(float.IsFinite))
                .Select(array => $"{source}: {array.Name}: expected finite numbers, got {array.Values.First(value => !float.IsFinite(value))}"),
        ];
        if (mistakes.Length > 0)
            throw new UserMistakeException($"{string.Join('\n', mistakes)}\n  remedy: load weights of the same kind of model, for images and classes of the same number");

        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        foreach (var (name, values) in named)
            values.copy_(tensor(given[name].Values).view(values.shape)); // by logical position: a channels-last layout stays
    }

    /// <summary>Returns normally where every parameter and running statistic is finite.</summary>
    /// <exception cref="DivergedException">One is not; it is named.</exception>
    public void ThrowUnlessFinite(int epoch)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        foreach (var (name, values) in Named())
            DivergedException.ThrowUnlessFinite($"a value of {name}", values.abs().max().item<float>(), epoch);
    }

    private static int[] Shape(Tensor values) => Array.ConvertAll(values.shape, extent => checked((int)extent));

    internal IEnumerable<(string Name, Tensor Values)> Named() =>
    [
        .. named_parameters().Select(p => (PublicName(p.name), p.parameter)),
        .. named_buffers().Where(b => b.buffer.is_floating_point()).Select(b => (PublicName(b.name), b.buffer)),
    ];

    // TorchSharp registers the property by the compiler's name of its field, and the initial weights are drawn by that name: it has to stay.
    private static string PublicName(string registered) =>
        registered.Replace($"<{nameof(Classifier)}>k__BackingField", "classifier", StringComparison.Ordinal);
}
