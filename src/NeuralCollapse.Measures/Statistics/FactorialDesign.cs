using System.Numerics;

namespace NeuralCollapse.Measures;

/// <summary>A balanced full-factorial design and the means in it. A set of factors is a set of bits.</summary>
internal sealed class FactorialDesign
{
    private readonly IReadOnlyList<string> factors;
    private readonly IReadOnlyList<Observation> observations;
    private readonly List<string>[] levels;

    private FactorialDesign(IReadOnlyList<string> factors, IReadOnlyList<Observation> observations)
    {
        this.factors = factors;
        this.observations = observations;
        levels = [.. factors.Select((_, f) => observations.Select(o => o.Levels[f]).Distinct().ToList())];
        Cells = levels.Aggregate(1, (product, of) => product * of.Count);
        Offsets = [.. observations.Select(o => o.Value - observations[0].Value)];
    }

    /// <summary>The values less the first, so that equal ones leave no rounding.</summary>
    public double[] Offsets { get; }

    public int Cells { get; }

    /// <summary>In each cell.</summary>
    public int Seeds => observations.Count / Cells;

    public int AllFactors => (1 << factors.Count) - 1;

    /// <exception cref="ArgumentException">The design is not balanced and full, or has nothing to compare.</exception>
    public static FactorialDesign Of(IReadOnlyList<string> factors, IReadOnlyList<Observation> observations, bool seedsAreBlocks)
    {
        foreach (var observation in observations)
        {
            if (observation.Levels.Count != factors.Count)
                throw new ArgumentException($"Expected a level of each of {Listed(factors)}, got {Listed(observation.Levels)}.");
            if (!double.IsFinite(observation.Value))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Expected finite values, got {observation.Value} in {Cell(factors, observation.Levels)}."));
            }
        }
        var design = new FactorialDesign(factors, observations);
        design.RequireLevels();
        design.RequireBalance(seedsAreBlocks);
        return design;
    }

    /// <summary>For each observation the mean of those that agree with it in these factors.</summary>
    public double[] Means(int subset) =>
        MeansBy(i => Members(subset).Aggregate(0, (key, f) => (key * levels[f].Count) + levels[f].IndexOf(observations[i].Levels[f])));

    public double[] SeedMeans() => MeansBy(i => observations[i].Seed);

    /// <summary>What these factors do to each observation beyond what fewer of them do.</summary>
    public Func<int, double> Effect(int subset)
    {
        var terms = Enumerable.Range(0, subset + 1).Where(part => (part & ~subset) == 0)
            .Select(part => (Sign: int.IsEvenInteger(BitOperations.PopCount((uint)(subset ^ part))) ? 1 : -1, Means: Means(part))).ToList();
        return i => terms.Sum(term => term.Sign * term.Means[i]);
    }

    /// <summary>All sets of at least one factor, small ones first.</summary>
    public IEnumerable<int> Subsets() => Enumerable.Range(1, AllFactors).OrderBy(subset => BitOperations.PopCount((uint)subset));

    public IReadOnlyList<string> Names(int subset) => [.. Members(subset).Select(f => factors[f])];

    public int DegreesOfFreedom(int subset) => Members(subset).Aggregate(1, (product, f) => product * (levels[f].Count - 1));

    private static string Cell(IReadOnlyList<string> factors, IEnumerable<string> levels) => Listed(factors.Zip(levels, (f, l) => $"{f} {l}"));

    private static string Listed<T>(IEnumerable<T> parts) => string.Join(", ", parts);

    private IEnumerable<int> Members(int subset) => Enumerable.Range(0, factors.Count).Where(f => ((subset >> f) & 1) == 1);

    private double[] MeansBy(Func<int, int> key)
    {
        var means = Enumerable.Range(0, observations.Count).GroupBy(key).ToDictionary(of => of.Key, of => of.Average(i => Offsets[i]));
        return [.. Enumerable.Range(0, observations.Count).Select(i => means[key(i)])];
    }

    private void RequireLevels()
    {
        if (factors.Count == 0 || observations.Count == 0)
            throw new ArgumentException($"Expected at least one factor and one value, got {factors.Count} and {observations.Count}.");
        foreach (var (f, of) in levels.Index())
        {
            if (of.Count == 1)
                throw new ArgumentException($"Expected at least 2 levels of {factors[f]}, got {of[0]} alone.");
        }
    }

    private void RequireBalance(bool seedsAreBlocks)
    {
        List<int> SeedsOf(string[] cell) => [.. observations.Where(o => o.Levels.SequenceEqual(cell)).Select(o => o.Seed).Order()];
        var cells = levels
            .Aggregate((IEnumerable<string[]>)[[]], (all, of) => all.SelectMany(cell => of.Select(level => (string[])[.. cell, level])))
            .Select(cell => (Name: Cell(factors, cell), Seeds: SeedsOf(cell))).ToList();
        var fullest = cells.MaxBy(cell => cell.Seeds.Count);
        foreach (var (name, seeds) in cells)
        {
            if (seeds.GroupBy(seed => seed).FirstOrDefault(same => same.Count() > 1) is { } twice)
                throw new ArgumentException($"Expected one value a seed in each cell, got {twice.Count()} of seed {twice.Key} in {name}.");
            if (seedsAreBlocks ? !seeds.SequenceEqual(fullest.Seeds) : seeds.Count != fullest.Seeds.Count)
            {
                throw new ArgumentException(
                    $"Expected {(seedsAreBlocks ? "the same seeds" : "as many seeds")} in each cell, got {Listed(fullest.Seeds)} in {fullest.Name} "
                    + $"and {(seeds.Count == 0 ? "none" : Listed(seeds))} in {name}.");
            }
        }
        if (fullest.Seeds.Count == 1)
        {
            throw new ArgumentException(
                $"Expected at least 2 seeds in each cell, got seed {fullest.Seeds[0]} alone: nothing tells how far chance goes.");
        }
    }
}
