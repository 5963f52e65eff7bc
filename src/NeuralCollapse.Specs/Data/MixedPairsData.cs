namespace NeuralCollapse.Specs;

/// <summary>
/// No images: the samples whose features are free in <see cref="UnconstrainedModel"/>. For each class y there is one sample of y alone and,
/// for each partner y + 1 .. y + partners (mod classes) and each lambda, one mixed of lambda parts y and 1 - lambda parts of the partner.
/// </summary>
[Kind("mixed-pairs")]
public sealed record MixedPairsData : DataSpec
{
    /// <summary>C; at least 3, for of two classes the classifiers are opposite, and coefficients on them are not determined.</summary>
    [Range(3, 10_000)]
    public required int Classes { get; init; }

    /// <summary>Other classes that each class is mixed with; less than the classes.</summary>
    [Range(1, 9_999)]
    public required int Partners { get; init; }

    /// <summary>Shares of the class itself, strictly increasing.</summary>
    [Range(0.5, 0.999)]
    public required IReadOnlyList<double> Lambdas { get; init; }

    /// <summary>Samples in all, which follows from the other values.</summary>
    public override int Train => Classes * (1 + Partners * Lambdas.Count);

    /// <summary>0: free features belong to the samples they were trained on, and to no others.</summary>
    public override int Test => 0;

    private protected override int Available => Train;

    public override IEnumerable<Objection> Objections()
    {
        foreach (var objection in base.Objections())
            yield return objection;
        if (Partners >= Classes)
            yield return new("partners", FormattableString.Invariant($"at most the {Classes - 1} other classes"), FormattableString.Invariant($"{Partners}"));
        foreach (var i in Enumerable.Range(1, Lambdas.Count - 1).Where(i => Lambdas[i] <= Lambdas[i - 1]))
        {
            yield return new(
                FormattableString.Invariant($"lambdas[{i}]"),
                FormattableString.Invariant($"more than the {Lambdas[i - 1]} before it"),
                FormattableString.Invariant($"{Lambdas[i]}"));
        }

        if (Augment != Augmentation.None)
            yield return new("augment", "none, for there are no images", "one that varies images");
    }
}
