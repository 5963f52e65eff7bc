namespace NeuralCollapse.Specs;

/// <summary>
/// Vision transformer (Dosovitskiy et al. 2021, section 3.1): layer norm before attention and MLP, learned positions, the class token
/// after the last layer norm as features, no dropout. ViT-B/4 has patch 4, dim 768, depth 12, heads 12, mlp 3072.
/// </summary>
[Kind("vit")]
[Published("vit-ti-4", 4, 192, 12, 3, 768)]
[Published("vit-s-4", 4, 384, 12, 6, 1536)]
[Published("vit-b-4", 4, 768, 12, 12, 3072)]
public sealed record VitModel : ModelSpec, IChecked
{
    /// <summary>Side of a square patch in pixels; it divides both sides of the images.</summary>
    [Range(1, 1000), Usual("4")]
    public required int Patch { get; init; }

    /// <summary>Dimension of the tokens and so of the features.</summary>
    [Range(1, 100_000), Usual("192", Source = "Touvron et al. 2021, DeiT-Ti")]
    public required int Dim { get; init; }

    /// <summary>Encoder blocks.</summary>
    [Range(1, 1000), Usual("12")]
    public required int Depth { get; init; }

    /// <summary>Attention heads; a divisor of the dimension.</summary>
    [Range(1, 1000), Usual("3")]
    public required int Heads { get; init; }

    /// <summary>Hidden units of each block's MLP.</summary>
    [Range(1, 100_000), Usual("768")]
    public required int Mlp { get; init; }

    /// <inheritdoc/>
    public override int Features => Dim;

    /// <inheritdoc/>
    public override int Layers => Depth + 1;

    /// <summary>
    /// AdamW with the learning rate and weight decay of Touvron et al. 2021, table 9, after a warm-up of a tenth of the epochs, 10 at most: by
    /// SGD at 0.1 it does not train well.
    /// </summary>
    public override TrainingSpec UsualTraining(int epochs) => new()
    {
        Epochs = epochs,
        Optimizer = new AdamWOptimizer { LearningRate = 1e-3, WeightDecay = 0.05 },
        Schedule = new CosineSchedule { WarmUp = Math.Min(10, epochs / 10) },
    };

    /// <inheritdoc/>
    public override string? ObjectionTo(int height, int width) => height % Patch == 0 && width % Patch == 0
        ? null
        : FormattableString.Invariant($"model.patch: expected a divisor of both sides of the {height} x {width} images, got {Patch}");

    /// <inheritdoc/>
    public override long? Parameters(int channels, int height, int width, int classes)
    {
        long dim = Dim, mlp = Mlp, patches = (long)(height / Patch) * (width / Patch);
        var embedding = (dim * ((channels * (long)Patch * Patch) + 1)) + dim + (dim * (patches + 1)); // of patches, class token, positions
        var block = (4 * dim) + (4 * dim * (dim + 1)) + (mlp * (dim + 1)) + (dim * (mlp + 1)); // two layer norms, attention, MLP
        return embedding + (Depth * block) + (2 * dim) + Classifier.Parameters(Features, classes);
    }

    public IEnumerable<Objection> Objections()
    {
        if (Dim % Heads != 0)
        {
            yield return new(
                "heads",
                FormattableString.Invariant($"a divisor of the dimension {Dim}"),
                FormattableString.Invariant($"{Heads}"));
        }
    }
}
