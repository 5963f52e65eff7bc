using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Self-attention and an MLP with GELU, each after layer norm and around a shortcut (Dosovitskiy et al. 2021, equations 2 and 3).</summary>
internal sealed class EncoderBlock : nn.Module<Tensor, Tensor>
{
    /// <summary>Epsilon of the layer norms, that of the published networks.</summary>
    public const double Epsilon = 1e-6;

    private readonly int heads;
    private readonly LayerNorm norm1;
    private readonly Linear projections; // queries, keys and values
    private readonly Linear merge;
    private readonly LayerNorm norm2;
    private readonly Linear expand;
    private readonly Linear contract;

    public EncoderBlock(int dimension, int heads, int hidden)
        : base("block")
    {
        this.heads = heads;
        norm1 = nn.LayerNorm(dimension, Epsilon);
        projections = nn.Linear(dimension, 3 * dimension);
        merge = nn.Linear(dimension, dimension);
        norm2 = nn.LayerNorm(dimension, Epsilon);
        expand = nn.Linear(dimension, hidden);
        contract = nn.Linear(hidden, dimension);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var middle = input + Attention(norm1.forward(input));
        return (middle + contract.forward(nn.functional.gelu(expand.forward(norm2.forward(middle))))).MoveToOuterDisposeScope();
    }

    /// <summary>Every token, N x T x E, as a mixture of all (appendix A).</summary>
    private Tensor Attention(Tensor tokens)
    {
        using var scope = NewDisposeScope();
        var (n, t, e) = (tokens.shape[0], tokens.shape[1], tokens.shape[2]);
        var split = projections.forward(tokens).view(n, t, 3, heads, e / heads).permute(2, 0, 3, 1, 4); // 3 x N x heads x T x E/heads
        var mixed = nn.functional.scaled_dot_product_attention(split[0], split[1], split[2]); // N x heads x T x E/heads
        return merge.forward(mixed.transpose(1, 2).reshape(n, t, e)).MoveToOuterDisposeScope();
    }
}
