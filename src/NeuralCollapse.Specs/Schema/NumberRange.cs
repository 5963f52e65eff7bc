namespace NeuralCollapse.Specs;

/// <summary>Whole numbers in rising order that an item of a list stands for, so that nobody has to write them out.</summary>
internal abstract record NumberRange
{
    /// <summary>At least one.</summary>
    public abstract IEnumerable<int> Numbers { get; }

    /// <summary>An objection to an end before the first number.</summary>
    private protected static IEnumerable<Objection> UnlessReached(long first, int to, string what)
    {
        if (first > to)
            yield return new("to", FormattableString.Invariant($"at least {first}, {what}"), FormattableString.Invariant($"{to}"));
    }
}

/// <summary>Numbers at equal distances.</summary>
internal sealed record Steps : NumberRange, IChecked
{
    /// <summary>The first number. Default: 0.</summary>
    [Range(0, 100_000)]
    public int From { get; init; }

    /// <summary>None is larger.</summary>
    [Range(0, 100_000)]
    public required int To { get; init; }

    /// <summary>From one number to the next.</summary>
    [Range(1, 100_000)]
    public required int Every { get; init; }

    public override IEnumerable<int> Numbers => Enumerable.Range(0, ((To - From) / Every) + 1).Select(step => From + (step * Every));

    public IEnumerable<Objection> Objections() => UnlessReached(From, To, "where the range begins");
}

/// <summary>Powers of a number.</summary>
internal sealed record Powers : NumberRange, IChecked
{
    /// <summary>None is smaller. Default: 1.</summary>
    [Range(1, 100_000)]
    public int From { get; init; } = 1;

    /// <summary>None is larger.</summary>
    [Range(1, 100_000)]
    public required int To { get; init; }

    /// <summary>The number whose powers they are.</summary>
    [Range(2, 100_000)]
    public required int PowersOf { get; init; }

    public override IEnumerable<int> Numbers => FromFirst().TakeWhile(power => power <= To).Select(power => (int)power);

    public IEnumerable<Objection> Objections() =>
        UnlessReached(FromFirst().First(), To, FormattableString.Invariant($"the first power of {PowersOf} in the range"));

    private IEnumerable<long> FromFirst()
    {
        for (var power = 1L; ; power *= PowersOf) // who asks ends it, at 1e10 at most
        {
            if (power >= From)
                yield return power;
        }
    }
}
