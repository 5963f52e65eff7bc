namespace NeuralCollapse.Measures;

/// <summary>
/// What seeds say of an unknown number, a mean, a difference or a ratio: a value and how far chance may have moved it. All below follows
/// from (estimate - truth) / standard error having Student's t distribution, which holds where values are normal, and approximately where
/// they are not far from it. A ratio is handled as its logarithm throughout.
/// </summary>
public sealed record Estimate
{
    private readonly double centre;

    internal Estimate(double centre, double? standardError, double degreesOfFreedom, int n)
    {
        this.centre = centre;
        StandardError = standardError;
        DegreesOfFreedom = degreesOfFreedom;
        N = n;
    }

    public double Value => IsRatio ? Math.Exp(centre) : centre;

    /// <summary>Of a ratio, that of its logarithm. Null for one seed, of which nothing is known but the value.</summary>
    public double? StandardError { get; }

    /// <summary>Of the standard error.</summary>
    public double DegreesOfFreedom { get; }

    /// <summary>Seeds behind it.</summary>
    public int N { get; }

    /// <summary>Whether the value, intervals and ranges are ratios.</summary>
    public bool IsRatio { get; internal init; }

    /// <summary>
    /// The two-sided interval value -+ t SE; of a ratio, value */ exp(t SE). Without any deviation it has no width. Null for one seed.
    /// </summary>
    /// <param name="level">How often such intervals hold the truth, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">Another level.</exception>
    public Interval? ConfidenceInterval(double level = 0.95)
    {
        RequireLevel(level);
        if (StandardError is not { } error)
            return null;
        var half = Tails.StudentQuantile(level, DegreesOfFreedom) * error;
        return IsRatio ? new(Math.Exp(centre - half), Math.Exp(centre + half)) : new(centre - half, centre + half);
    }

    /// <summary>
    /// The two-sided p of the t test that the truth is this value; at most 1 - level just where the interval of that level does not hold it.
    /// Null for one seed, and where all seeds have this very value: 0 / 0.
    /// </summary>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public double? DifferencePValue(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException(FormattableString.Invariant($"Expected a finite value to test against, got {value}."), nameof(value));
        return Distance(value) is { } t ? Tails.StudentBeyond(t, DegreesOfFreedom) : null;
    }

    /// <summary>
    /// The p of equivalence: the larger of those of the two one-sided t tests, that the truth is below the range and that it is above it
    /// (TOST, Schuirmann 1987). An open side needs no test. Null for one seed, and where all seeds have the very value of an end: 0 / 0.
    /// </summary>
    public double? EquivalencePValue(Interval range)
    {
        if (Distance(range.Low) is not { } fromLow || Distance(range.High) is not { } fromHigh)
            return null;
        return Math.Max(Tails.StudentAbove(fromLow, DegreesOfFreedom), Tails.StudentAbove(-fromHigh, DegreesOfFreedom));
    }

    /// <summary>Whether a prediction holds.</summary>
    /// <remarks>
    /// <para>
    /// The prediction is that the truth lies in the expected range, or no further outside than the margin that is as good as nothing. Both
    /// answers need evidence: to see no difference is not to see that there is none.
    /// </para>
    /// <para>
    /// Met: the 90 % interval lies wholly inside the range so widened. This is <see cref="EquivalencePValue"/> at 5 %: either one-sided test
    /// errs in 5 %, a truth is not outside on both sides at once, so no more than 5 % of wrong predictions are called met. It is 90 and not
    /// 95 because each side spends its own 5 %. An order, such as a difference above 0, is a range with an open side and one one-sided test.
    /// </para>
    /// <para>
    /// Not met: the 95 % interval and the widened range have nothing in common. At most 5 % of right predictions are called so: 2.5 % on
    /// either side, with an order on one alone.
    /// </para>
    /// <para>
    /// Undecided: the rest, because the seeds differ too much or are too few. Both answers at once are impossible, since the interval of
    /// 90 % lies within that of 95 %. Below 3 seeds all is undecided: of two, one difference is all that is known of the scatter, and the
    /// interval (t is 12.7) rests on the far tails of a normal distribution, of which two values show nothing. Where all of 3 or more seeds
    /// agree to the last digit, the interval is that one number.
    /// </para>
    /// <para>
    /// An expected single number without a margin can be refuted and never met, unless all seeds have that very number: state a margin.
    /// The shares of errors are those of one prediction; among many, <see cref="Holm"/> corrects their p values.
    /// </para>
    /// </remarks>
    /// <param name="expected">Where the truth is said to lie.</param>
    /// <param name="margin">
    /// Not negative. It widens the range by so much on each side; of a ratio, by the factor 1 + margin, so that 0.25 takes [1, 1] to
    /// [0.8, 1.25] and the inverse ratio is judged alike.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The margin is negative or not finite.</exception>
    public Verdict Judge(Interval expected, double margin = 0)
    {
        var widened = Widened(expected, margin);
        return !IsJudged ? Verdict.Undecided
            : widened.Contains(ConfidenceInterval(0.90)!.Value) ? Verdict.Met
            : widened.IsApartFrom(ConfidenceInterval(0.95)!.Value) ? Verdict.NotMet
            : Verdict.Undecided;
    }

    /// <summary>
    /// The answer that the value leans to, met or not, with the p of its test: <see cref="Judge"/> gives that answer just where it is at most
    /// 5 %. For a family of predictions, whose p values <see cref="Holm"/> corrects together.
    /// </summary>
    /// <returns>A p of 1 below 3 seeds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The margin is negative or not finite.</exception>
    public (Verdict Verdict, double P) Leaning(Interval expected, double margin = 0)
    {
        var widened = Widened(expected, margin);
        var (verdict, p) = Value < widened.Low ? (Verdict.NotMet, DifferencePValue(widened.Low))
            : Value > widened.High ? (Verdict.NotMet, DifferencePValue(widened.High))
            : (Verdict.Met, EquivalencePValue(widened));
        return (verdict, !IsJudged ? 1 : p ?? 0); // without any deviation at the very end of a range: inside
    }

    /// <summary>With fewer, nothing is judged.</summary>
    public const int FewestSeeds = 3;

    /// <summary>Whether there are seeds enough to judge.</summary>
    public bool IsJudged => N >= FewestSeeds;

    /// <exception cref="ArgumentOutOfRangeException">Not in (0, 1).</exception>
    internal static void RequireLevel(double level)
    {
        if (!(level is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "Expected a level of confidence between 0 and 1, such as 0.95.");
    }

    private Interval Widened(Interval expected, double margin)
    {
        if (!(margin >= 0 && double.IsFinite(margin)))
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "Expected a margin of at least 0.");
        return IsRatio ? new(expected.Low / (1 + margin), expected.High * (1 + margin)) : new(expected.Low - margin, expected.High + margin);
    }

    /// <summary>From a value up to the estimate, in standard errors; null where that is unknown or 0 / 0.</summary>
    private double? Distance(double value)
    {
        var distance = centre - (IsRatio ? Math.Log(Math.Max(0, value)) : value);
        return StandardError is not { } error || (error == 0 && distance == 0) ? null : distance / error;
    }
}

/// <summary>How a prediction fares.</summary>
public enum Verdict
{
    /// <summary>The truth is where it was expected.</summary>
    Met,

    /// <summary>It is elsewhere.</summary>
    NotMet,

    /// <summary>The seeds do not tell.</summary>
    Undecided,
}
