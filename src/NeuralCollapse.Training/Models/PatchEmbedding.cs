using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralCollapse.Training;

/// <summary>
/// Images cut into patches, each mapped linearly to a token of E values, a class token before them, a learned position added to each
/// (Dosovitskiy et al. 2021, equation 1).
/// </summary>
internal sealed class PatchEmbedding : nn.Module<Tensor, Tensor>
{
    private readonly int side;
    private readonly Linear projection;
    private readonly Parameter token; // 1 x 1 x E
    private readonly Parameter positions; // 1 x T x E

    public PatchEmbedding(int side, ImageShape shape, int dimension)
        : base("embedding")
    {
        this.side = side;
        projection = nn.Linear(shape.Channels * side * side, dimension);
        token = new(zeros(1, 1, dimension));
        positions = new(zeros(1, 1 + (shape.Height / side * (shape.Width / side)), dimension));
        RegisterComponents();
    }

    /// <summary>What is learned beside the projection, by name.</summary>
    public IEnumerable<(string Name, Tensor Values)> Embeddings => [("token", token), ("positions", positions)];

    /// <summary>Tokens, N x T x E, of images, N x C x H x W.</summary>
    public override Tensor forward(Tensor images)
    {
        using var scope = NewDisposeScope();
        var (n, c, rows, columns) = (images.shape[0], images.shape[1], images.shape[2] / side, images.shape[3] / side);
        var patches = images.reshape(n, c, rows, side, columns, side).permute(0, 2, 4, 1, 3, 5); // N x rows x columns x C x side x side
        var tokens = projection.forward(patches.reshape(n, rows * columns, c * side * side));
        return (cat([token.expand(n, -1, -1), tokens], 1) + positions).MoveToOuterDisposeScope();
    }
}
