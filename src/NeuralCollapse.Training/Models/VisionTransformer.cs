using NeuralCollapse.Specs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>Vision transformer (Dosovitskiy et al. 2021): D is the dimension of the tokens.</summary>
public sealed class VisionTransformer : Network
{
    private readonly PatchEmbedding embedding;
    private readonly Sequential blocks;
    private readonly LayerNorm norm;

    /// <exception cref="UserMistakeException">The patches do not tile the images.</exception>
    public VisionTransformer(VitModel spec, ImageShape shape, int classes)
        : base("vit", spec.Dim, classes)
    {
        if (shape.Height % spec.Patch != 0 || shape.Width % spec.Patch != 0)
        {
            throw new UserMistakeException(FormattableString.Invariant(
                $"model.patch: expected a divisor of both sides of the {shape.Height} x {shape.Width} images, got {spec.Patch}"));
        }

        embedding = new(spec.Patch, shape, spec.Dim);
        blocks = nn.Sequential(Enumerable.Range(0, spec.Depth).Select(
            block => ($"block{block}", (nn.Module<Tensor, Tensor>)new EncoderBlock(spec.Dim, spec.Heads, spec.Mlp))));
        norm = nn.LayerNorm(spec.Dim, EncoderBlock.Epsilon);
        RegisterComponents();
    }

    public override Tensor Features(Tensor images)
    {
        using var scope = NewDisposeScope();
        var tokens = blocks.forward(embedding.forward(images)); // N x T x D
        return norm.forward(tokens.select(1, 0)).MoveToOuterDisposeScope(); // the class token's: N x D
    }
}
