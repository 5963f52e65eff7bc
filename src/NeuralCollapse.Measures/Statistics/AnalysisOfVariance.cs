namespace NeuralCollapse.Measures;

/// <summary>One number of one seed in one cell of a factorial design.</summary>
/// <param name="Levels">The level of each factor, such as focal, ViT, none.</param>
/// <param name="Seed">Which replicate it is.</param>
/// <param name="Value">Finite.</param>
public sealed record Observation(IReadOnlyList<string> Levels, int Seed, double Value);

/// <summary>
/// Which factors move a quantity, alone or together: the balanced full-factorial analysis of variance with all interactions (Fisher 1925),
/// with one factor the one-way analysis. Values are taken as normal around the mean of their cell with one variance; what multiplies, such
/// as NC1, should come in as its logarithm.
/// </summary>
/// <remarks>
/// <para>
/// Seeds as blocks (randomised complete blocks): all cells have the same seeds, what a seed shifts in all of them alike is set apart, and
/// the residual is what remains. All effects share that residual, which takes for granted that a seed shifts cells alike but for chance.
/// </para>
/// <para>
/// Sums of squares are those of estimated effects, sum over observations of (sum over subsets T of the effect's factors S of
/// (-1)^(|S| - |T|) mean_T)^2, not differences of large numbers. What rounding of the values alone explains counts as 0.
/// </para>
/// </remarks>
public sealed class AnalysisOfVariance
{
    /// <summary>16 times the spacing of doubles at 1: contrasts of rounded values that are 0 without rounding stay below it.</summary>
    private const double Rounding = 16.0 / (1L << 52);

    private AnalysisOfVariance(IReadOnlyList<FactorEffect> effects, SumOfSquares? blocks, SumOfSquares residual, SumOfSquares total)
    {
        Effects = effects;
        Blocks = blocks;
        Residual = residual;
        Total = total;
    }

    /// <summary>First each factor alone, in the order given, then pairs of them, then all three.</summary>
    public IReadOnlyList<FactorEffect> Effects { get; }

    /// <summary>Between seeds; null where these are no blocks.</summary>
    public SumOfSquares? Blocks { get; }

    public SumOfSquares Residual { get; }

    public SumOfSquares Total { get; }

    /// <param name="factors">Their names, such as loss, network, mixup.</param>
    /// <param name="observations">In any order: the same number in each cell, at least 2, no seed twice.</param>
    /// <param name="seedsAreBlocks">Whether a seed is the same thing in all cells; then all cells need the same seeds.</param>
    /// <exception cref="ArgumentException">The design is another; the message names the cell.</exception>
    public static AnalysisOfVariance Of(IReadOnlyList<string> factors, IReadOnlyList<Observation> observations, bool seedsAreBlocks)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(observations);
        var design = FactorialDesign.Of(factors, observations, seedsAreBlocks);
        var negligible = observations.Count * Math.Pow(Rounding * observations.Max(o => Math.Abs(o.Value)), 2);
        SumOfSquares Squares(Func<int, double> part, int freedom)
        {
            var sum = Enumerable.Range(0, observations.Count).Sum(i => part(i) * part(i));
            return new(sum <= negligible ? 0 : sum, freedom);
        }

        var (nothing, all) = (design.Means(0), design.Means(design.AllFactors));
        var seeds = seedsAreBlocks ? design.SeedMeans() : nothing;
        var blocks = seedsAreBlocks ? Squares(i => seeds[i] - nothing[i], design.Seeds - 1) : null;
        var total = Squares(i => design.Offsets[i] - nothing[i], observations.Count - 1);
        var residual = Squares(
            i => design.Offsets[i] - all[i] - (seeds[i] - nothing[i]), observations.Count - design.Cells - (blocks?.DegreesOfFreedom ?? 0));
        return new(
            [.. design.Subsets().Select(subset => new FactorEffect(
                design.Names(subset), Squares(design.Effect(subset), design.DegreesOfFreedom(subset)), residual, blocks, total))],
            blocks, residual, total);
    }
}

/// <summary>A part of the scatter of all values around their mean.</summary>
/// <param name="Sum">Of squares, not negative.</param>
/// <param name="DegreesOfFreedom">Independent terms in it, at least 1.</param>
public sealed record SumOfSquares(double Sum, int DegreesOfFreedom)
{
    public double Mean => Sum / DegreesOfFreedom;
}

/// <summary>What one factor does, or several do beyond what fewer of them explain.</summary>
public sealed record FactorEffect
{
    internal FactorEffect(IReadOnlyList<string> factors, SumOfSquares squares, SumOfSquares residual, SumOfSquares? blocks, SumOfSquares total)
    {
        Factors = factors;
        Squares = squares;
        F = Quotient(squares.Mean, residual.Mean);
        P = F is { } f ? Tails.FisherAbove(f, squares.DegreesOfFreedom, residual.DegreesOfFreedom) : null;
        PartialEtaSquared = Quotient(squares.Sum, squares.Sum + residual.Sum);
        OmegaSquared = Quotient(squares.Sum - (squares.DegreesOfFreedom * residual.Mean), total.Sum + (blocks ?? residual).Mean);
    }

    /// <summary>One for a main effect, several for their interaction.</summary>
    public IReadOnlyList<string> Factors { get; }

    public SumOfSquares Squares { get; }

    /// <summary>Its mean square over that of the residual; infinite without any residual; null where both are 0.</summary>
    public double? F { get; }

    /// <summary>P(F or more) without such an effect; null where F is.</summary>
    public double? P { get; }

    /// <summary>SS / (SS + SS of the residual), in [0, 1] and too large with few seeds; null for 0 / 0 (Cohen 1973).</summary>
    public double? PartialEtaSquared { get; }

    /// <summary>
    /// The share of all variance, (SS - df MS_residual) / (SS_total + MS_residual) (Hays 1963); with seeds as blocks MS_blocks takes the
    /// place of the second MS_residual, since seeds are drawn and not chosen (Olejnik and Algina 2003). Below 0 where the effect is smaller
    /// than chance alone would make it, and not cut off there, which would make up effects on average. Null for 0 / 0.
    /// </summary>
    public double? OmegaSquared { get; }

    private static double? Quotient(double part, double whole) => whole == 0 && part == 0 ? null : part / whole;
}
