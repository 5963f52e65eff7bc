using NeuralCollapse.Specs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>
/// Vision transformer (Dosovitskiy et al. 2021): D is the dimension of the tokens, E below. Images are cut into patches, each mapped linearly
/// to a token; a class token goes before them, a learned position is added to each (equation 1).
/// </summary>
public sealed class VisionTransformer : Network, IDrawn
{
    private readonly int side;
    private readonly Patches patches;
    private readonly Encoder encoder;

    /// <exception cref="UserErrorException">The patches do not tile the images.</exception>
    public VisionTransformer(VitModel spec, ImageShape shape, int classes)
        : base("vit", spec, classes)
    {
        side = spec.Patch;
        if (spec.ObjectionTo(shape.Height, shape.Width) is { } objection)
            throw new UserErrorException(objection);

        register_parameter("class_token", new(zeros(1, 1, spec.Dim)));
        patches = this.Registered("conv_proj", new Patches(side, shape.Channels, spec.Dim));
        encoder = this.Registered("encoder", new Encoder(spec, tokens: 1 + (shape.Height / side * (shape.Width / side))));
        this.Registered("heads", nn.Sequential(("head", Classifier)));
    }

    public IEnumerable<(string Name, Parameter Values, Func<RandomStream, double> Draw)> Drawn => [("class_token", Token, InitialWeights.Embedding)];

    // Asked for by name each time, here and below: moving a module to another type or device puts another tensor under the name.
    private Parameter Token => get_parameter("class_token")!; // 1 x 1 x E

    /// <summary>The blocks and the last layer norm, N x T x D each.</summary>
    public override IReadOnlyList<NetworkLayer> Layers => encoder.Layers;

    protected override Tensor Begun(Tensor images)
    {
        using var scope = NewDisposeScope();
        return encoder.Placed(cat([Token.expand(images.shape[0], -1, -1), patches.forward(images)], 1)).MoveToOuterDisposeScope();
    }

    /// <summary>The class token's, as the head takes it.</summary>
    protected override Tensor Pooled(Tensor output) => output.select(1, 0);
}

/// <summary>The linear map of patches to tokens, with the weights of a convolution whose stride is its kernel: E x C x side x side.</summary>
internal sealed class Patches : nn.Module<Tensor, Tensor>, IDrawn
{
    private readonly int side;

    public Patches(int side, int channels, int dimension)
        : base("patches")
    {
        this.side = side;
        register_parameter("weight", new(zeros(dimension, channels, side, side)));
        register_parameter("bias", new(zeros(dimension)));
    }

    public IEnumerable<(string Name, Parameter Values, Func<RandomStream, double> Draw)> Drawn => [("weight", Weight, InitialWeights.Linear(Weight.numel() / Weight.shape[0]))];

    private Parameter Weight => get_parameter("weight")!;

    private Parameter Bias => get_parameter("bias")!; // E

    /// <summary>Tokens, N x T x E, of images, N x C x H x W.</summary>
    public override Tensor forward(Tensor images)
    {
        using var scope = NewDisposeScope();
        var (n, c, rows, columns) = (images.shape[0], images.shape[1], images.shape[2] / side, images.shape[3] / side);
        var patches = images.reshape(n, c, rows, side, columns, side).permute(0, 2, 4, 1, 3, 5); // N x rows x columns x C x side x side
        return LinearMap.Of(patches.reshape(n, rows * columns, c * side * side), Weight.flatten(1), Bias).MoveToOuterDisposeScope();
    }
}

/// <summary>Positions, blocks and a last layer norm.</summary>
internal sealed class Encoder : nn.Module, IDrawn
{
    /// <summary>Epsilon of the layer norms, that of the published networks.</summary>
    public const double Epsilon = 1e-6;

    public Encoder(VitModel spec, int tokens)
        : base("encoder")
    {
        register_parameter("pos_embedding", new(zeros(1, tokens, spec.Dim)));
        (string Name, nn.Module<Tensor, Tensor> Block)[] blocks = [.. Enumerable.Range(0, spec.Depth).Select(
            block => (FormattableString.Invariant($"encoder_layer_{block}"), (nn.Module<Tensor, Tensor>)new EncoderBlock(spec)))];
        this.Registered("layers", nn.Sequential(blocks));
        Layers = [.. blocks.Select(block => new NetworkLayer($"encoder.layers.{block.Name}", block.Block)), new("encoder.ln", this.Registered("ln", nn.LayerNorm(spec.Dim, Epsilon)))];
    }

    /// <summary>The blocks and the last layer norm, which keep the shape of the tokens.</summary>
    public IReadOnlyList<NetworkLayer> Layers { get; }

    public IEnumerable<(string Name, Parameter Values, Func<RandomStream, double> Draw)> Drawn => [("pos_embedding", Positions, InitialWeights.Embedding)];

    private Parameter Positions => get_parameter("pos_embedding")!; // 1 x T x E

    /// <summary>Tokens with their positions, N x T x E.</summary>
    public Tensor Placed(Tensor tokens) => tokens + Positions;
}

/// <summary>Self-attention and an MLP with GELU, each after layer norm and around a shortcut (Dosovitskiy et al. 2021, equations 2 and 3).</summary>
internal sealed class EncoderBlock : nn.Module<Tensor, Tensor>
{
    private readonly LayerNorm norm1;
    private readonly SelfAttention attention;
    private readonly LayerNorm norm2;
    private readonly Sequential mlp;

    public EncoderBlock(VitModel spec)
        : base("block")
    {
        norm1 = this.Registered("ln_1", nn.LayerNorm(spec.Dim, Encoder.Epsilon));
        attention = this.Registered("self_attention", new SelfAttention(spec.Dim, spec.Heads));
        norm2 = this.Registered("ln_2", nn.LayerNorm(spec.Dim, Encoder.Epsilon));
        mlp = this.Registered("mlp", nn.Sequential(("0", new LinearMap(spec.Dim, spec.Mlp)), ("1", nn.GELU()), ("3", new LinearMap(spec.Mlp, spec.Dim)))); // 2 would be dropout
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var middle = input + attention.forward(norm1.forward(input));
        return (middle + mlp.forward(norm2.forward(middle))).MoveToOuterDisposeScope();
    }
}

/// <summary>Every token as a mixture of all (Dosovitskiy et al. 2021, appendix A), with the parameters of PyTorch's MultiheadAttention.</summary>
internal sealed class SelfAttention : nn.Module<Tensor, Tensor>, IDrawn
{
    private readonly int heads;
    private readonly LinearMap merge;

    public SelfAttention(int dimension, int heads)
        : base("attention")
    {
        this.heads = heads;
        register_parameter("in_proj_weight", new(zeros(3 * dimension, dimension)));
        register_parameter("in_proj_bias", new(zeros(3 * dimension)));
        merge = this.Registered("out_proj", new LinearMap(dimension, dimension));
    }

    public IEnumerable<(string Name, Parameter Values, Func<RandomStream, double> Draw)> Drawn => [("in_proj_weight", Weight, InitialWeights.Linear(Weight.shape[1]))];

    private Parameter Weight => get_parameter("in_proj_weight")!; // 3E x E: of queries, keys and values

    private Parameter Bias => get_parameter("in_proj_bias")!; // 3E

    /// <summary>N x T x E to the same shape.</summary>
    public override Tensor forward(Tensor tokens)
    {
        using var scope = NewDisposeScope();
        var (n, t, e) = (tokens.shape[0], tokens.shape[1], tokens.shape[2]);
        var split = LinearMap.Of(tokens, Weight, Bias).view(n, t, 3, heads, e / heads).permute(2, 0, 3, 1, 4); // 3 x N x heads x T x E/heads
        var mixed = nn.functional.scaled_dot_product_attention(split[0], split[1], split[2]); // N x heads x T x E/heads
        return merge.forward(mixed.transpose(1, 2).reshape(n, t, e)).MoveToOuterDisposeScope();
    }
}
