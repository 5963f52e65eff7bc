namespace NeuralCollapse.Measures.Tests;

/// <summary>
/// 3 losses x 2 networks x 2 mixups x 3 seeds from whole-number formulas. Values by statsmodels 0.13.5,
/// anova_lm(smf.ols('y ~ C(loss)*C(network)*C(mixup)', d).fit(), typ=2), with + C(seed) for blocks, and by R 4.2.2,
/// summary(aov(y ~ loss*network*mixup + seed, d)), alike to 12 digits.
/// </summary>
public class AnalysingVariance
{
    private static readonly string[] Factors = ["loss", "network", "mixup"];
    private static readonly string[] Losses = ["ce", "focal", "mse"];
    private static readonly string[] Networks = ["mlp", "vit"];
    private static readonly string[] Mixups = ["none", "mixup"];

    private static readonly List<Observation> Case = [..
        from i in Enumerable.Range(0, 3)
        from j in Enumerable.Range(0, 2)
        from m in Enumerable.Range(0, 2)
        from s in Enumerable.Range(1, 3)
        select new Observation(
            [Losses[i], Networks[j], Mixups[m]],
            s,
            (((7 * i) + (3 * j) + (5 * m) + (4 * s) + (i * j * m) + (2 * i * s * m) + (j * s * s)) % 11 / 10.0) + (0.3 * i) - (0.2 * j * m))];

    [Theory]
    [InlineData("loss", 1.193888888888889, 2, 4.376782077393077, 0.0239569823357377)]
    [InlineData("network", 0.173611111111111, 1, 1.272912423625254, 0.2703736753456822)]
    [InlineData("mixup", 0.000277777777777768, 1, 0.00203665987780033, 0.9643775992035257)]
    [InlineData("loss, network", 0.173888888888889, 2, 0.637474541751528, 0.5373427925839281)]
    [InlineData("loss, mixup", 0.127222222222222, 2, 0.466395112016306, 0.6328259853936229)]
    [InlineData("network, mixup", 0.266944444444444, 1, 1.957230142566192, 0.1746012761223528)]
    [InlineData("loss, network, mixup", 0.173888888888889, 2, 0.637474541751527, 0.5373427925839283)]
    public void ThreeFactors(string effect, double sum, int freedom, double f, double p)
    {
        var analysis = AnalysisOfVariance.Of(Factors, Case, seedsAreBlocks: false);

        Same(analysis, effect, sum, freedom, f, p);
        Assert.Null(analysis.Blocks);
        Assert.Equal((3.273333333333333, 24), (analysis.Residual.Sum, analysis.Residual.DegreesOfFreedom), Close);
        Assert.Equal((5.383055555555558, 35), (analysis.Total.Sum, analysis.Total.DegreesOfFreedom), Close);
    }

    [Theory]
    [InlineData("loss", 1.193888888888889, 2, 4.467775467775470, 0.0235295209832489)]
    [InlineData("network", 0.173611111111111, 1, 1.299376299376299, 0.2665861223946254)]
    [InlineData("mixup", 0.000277777777777768, 1, 0.002079002079002, 0.9640435540689362)]
    [InlineData("loss, network", 0.173888888888889, 2, 0.650727650727651, 0.5314176616785820)]
    [InlineData("loss, mixup", 0.127222222222222, 2, 0.476091476091476, 0.6274592439053933)]
    [InlineData("network, mixup", 0.266944444444444, 1, 1.997920997921000, 0.1715092951415219)]
    [InlineData("loss, network, mixup", 0.173888888888889, 2, 0.650727650727650, 0.5314176616785826)]
    public void ThreeFactorsWithSeedsAsBlocks(string effect, double sum, int freedom, double f, double p)
    {
        var analysis = AnalysisOfVariance.Of(Factors, Case, seedsAreBlocks: true);

        Same(analysis, effect, sum, freedom, f, p);
        Assert.Equal((0.333888888888889, 2), (analysis.Blocks!.Sum, analysis.Blocks.DegreesOfFreedom), Close);
        Assert.Equal((2.939444444444444, 22), (analysis.Residual.Sum, analysis.Residual.DegreesOfFreedom), Close);
    }

    [Theory] // 'y ~ C(loss)*C(network)', the six values of a cell as six seeds
    [InlineData("loss", 1.193888888888889, 2, 4.661605206073747, 0.017261729783628714)]
    [InlineData("network", 0.173611111111111, 1, 1.355748373101952, 0.2534519631122531)]
    [InlineData("loss, network", 0.173888888888889, 2, 0.6789587852494572, 0.5147668937932934)]
    public void TwoFactors(string effect, double sum, int freedom, double f, double p) =>
        Same(AnalysisOfVariance.Of(Factors[..2], Pooled(2), seedsAreBlocks: false), effect, sum, freedom, f, p);

    [Fact] // 'y ~ C(loss)'
    public void OneFactor() => Same(
        AnalysisOfVariance.Of(Factors[..1], Pooled(1), seedsAreBlocks: false), "loss", 1.193888888888889, 2, 4.702407002188179, 0.01596356276901078);

    [Fact]
    public void SharesFollowFromTheSumsOfSquares()
    {
        var (plain, blocked) = (AnalysisOfVariance.Of(Factors, Case, false).Effects[0], AnalysisOfVariance.Of(Factors, Case, true).Effects[0]);
        const double sum = 1.193888888888889, total = 5.383055555555558;

        Assert.Equal(sum / (sum + 3.273333333333333), plain.PartialEtaSquared!.Value, 1e-12);
        Assert.Equal((sum - (2 * 3.273333333333333 / 24)) / (total + (3.273333333333333 / 24)), plain.OmegaSquared!.Value, 1e-12);
        Assert.Equal(sum / (sum + 2.939444444444444), blocked.PartialEtaSquared!.Value, 1e-12);
        Assert.Equal((sum - (2 * 2.939444444444444 / 22)) / (total + (0.333888888888889 / 2)), blocked.OmegaSquared!.Value, 1e-12);
        Assert.True(AnalysisOfVariance.Of(Factors, Case, false).Effects[2].OmegaSquared < 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ThePartsAddUp(bool seedsAreBlocks)
    {
        var analysis = AnalysisOfVariance.Of(Factors, Case, seedsAreBlocks);
        var parts = analysis.Effects.Select(effect => effect.Squares).Append(analysis.Residual).Concat(seedsAreBlocks ? [analysis.Blocks!] : []).ToList();

        Assert.Equal(analysis.Total.Sum, parts.Sum(part => part.Sum), 1e-12);
        Assert.Equal(analysis.Total.DegreesOfFreedom, parts.Sum(part => part.DegreesOfFreedom));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ForTwoGroupsFIsTheSquareOfT(bool seedsAreBlocks)
    {
        double[] a = [2.31, 2.05, 2.48, 2.19, 2.27], b = [1.84, 1.93, 2.21, 2.07, 1.98];
        IEnumerable<Observation> Cell(string mixup, double[] values) => values.Select((value, seed) => new Observation([mixup], seed, value));
        var effect = AnalysisOfVariance.Of(["mixup"], [.. Cell("none", a), .. Cell("mixup", b)], seedsAreBlocks).Effects.Single();
        var difference = ComparingSeeds.Pairs(a, b).Difference;
        var (first, second) = (new Replicates(a).Estimate.StandardError!.Value, new Replicates(b).Estimate.StandardError!.Value);
        var variance = seedsAreBlocks ? Math.Pow(difference.StandardError!.Value, 2) : (first * first) + (second * second);

        Assert.Equal(difference.Value * difference.Value / variance, effect.F!.Value, 1e-10);
        if (seedsAreBlocks)
            Assert.Equal(difference.DifferencePValue(0)!.Value, effect.P!.Value, 1e-13);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OrderOfCellsShiftScaleAndNamesOfSeedsDoNotMatter(bool seedsAreBlocks)
    {
        var before = AnalysisOfVariance.Of(Factors, Case, seedsAreBlocks);
        var after = AnalysisOfVariance.Of(
            Factors, [.. Case.AsEnumerable().Reverse().Select(o => o with { Seed = 100 - (7 * o.Seed), Value = (-3 * o.Value) + 10 })], seedsAreBlocks);

        Assert.All(before.Effects, of => Same(
            after, string.Join(", ", of.Factors), 9 * of.Squares.Sum, of.Squares.DegreesOfFreedom, of.F!.Value, of.P!.Value));
    }

    [Fact]
    public void WhatASeedShiftsEverywhereFallsOutWithBlocks()
    {
        var shifted = Case.Select(o => o with { Value = o.Value + (10 * o.Seed) }).ToList();

        double P(List<Observation> observations) => AnalysisOfVariance.Of(Factors, observations, true).Effects[0].P!.Value;

        Assert.Equal(P(Case), P(shifted), 1e-10);
        Assert.True(AnalysisOfVariance.Of(Factors, shifted, false).Effects[0].P > 0.9);
    }

    [Fact]
    public void WithoutAnyResidualFIsInfiniteOrUndefined()
    {
        // The seeds of a cell are alike, and both factors add up, in steps that have no exact binary form.
        var analysis = AnalysisOfVariance.Of(
            ["loss", "network"],
            [.. from i in Enumerable.Range(0, 3)
                from j in Enumerable.Range(0, 2)
                from s in Enumerable.Range(0, 3)
                select new Observation([$"{i}", $"{j}"], s, (i / 3.0) + (j * 0.7))],
            false);

        Assert.All(analysis.Effects.Take(2), effect =>
            Assert.Equal((double.PositiveInfinity, 0.0, 1.0), (effect.F!.Value, effect.P!.Value, effect.PartialEtaSquared!.Value)));
        Assert.Equal((null, null, null), (analysis.Effects[2].F, analysis.Effects[2].P, analysis.Effects[2].PartialEtaSquared));
        Assert.Equal((0.0, 0.0), (analysis.Residual.Sum, analysis.Effects[2].OmegaSquared!.Value));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OfEqualValuesNothingIsDefined(bool seedsAreBlocks) => Assert.All(
        AnalysisOfVariance.Of(Factors, [.. Case.Select(o => o with { Value = 0.1 })], seedsAreBlocks).Effects,
        effect => Assert.Equal((null, null, null, null), (effect.F, effect.P, effect.PartialEtaSquared, effect.OmegaSquared)));

    [Fact]
    public void AnotherDesignIsRefusedWithItsCell()
    {
        Refused("as many seeds in each cell, got 1, 2, 3 in loss ce, network mlp, mixup none and 1, 3 in loss focal, network vit, mixup none",
            [.. Case.Where(o => o is not { Seed: 2, Levels: ["focal", "vit", "none"] })]);
        Refused("and none in loss mse, network mlp, mixup mixup", [.. Case.Where(o => o is not { Levels: ["mse", "mlp", "mixup"] })]);
        Refused("the same seeds in each cell, got 1, 2, 3 in loss ce, network mlp, mixup none and 1, 2, 9 in loss ce, network vit, mixup none",
            [.. Case.Select(o => o is { Seed: 3, Levels: ["ce", "vit", "none"] } ? o with { Seed = 9 } : o)], seedsAreBlocks: true);
        Refused("one value a seed in each cell, got 2 of seed 1 in loss ce, network mlp, mixup none", [.. Case, Case[0]]);
        Refused("at least 2 levels of network, got vit alone", [.. Case.Where(o => o.Levels[1] == "vit")]);
        Refused("at least 2 seeds in each cell, got seed 1 alone", [.. Case.Where(o => o.Seed == 1)]);
        Refused("a level of each of loss, network, mixup, got ce, mlp", [.. Case, new(["ce", "mlp"], 1, 0)]);
        Refused("finite values, got NaN in loss ce, network mlp, mixup none", [.. Case, Case[0] with { Value = double.NaN }]);
        Refused("at least one factor and one value, got 3 and 0", []);
    }

    private static void Refused(string fragment, List<Observation> observations, bool seedsAreBlocks = false) =>
        EstimatingOverSeeds.Rejected(fragment, () => AnalysisOfVariance.Of(Factors, observations, seedsAreBlocks));

    /// <summary>With the first factors alone, and a seed of its own for every value.</summary>
    private static List<Observation> Pooled(int factors) => [.. Case.Select((o, i) => new Observation([.. o.Levels.Take(factors)], i, o.Value))];

    private static void Same(AnalysisOfVariance analysis, string name, double sum, int freedom, double f, double p)
    {
        var effect = analysis.Effects.Single(effect => string.Join(", ", effect.Factors) == name);

        Assert.Equal(sum, effect.Squares.Sum, 1e-12);
        Assert.Equal(freedom, effect.Squares.DegreesOfFreedom);
        Assert.Equal(f, effect.F!.Value, 1e-11);
        Assert.Equal(p, effect.P!.Value, 1e-12);
    }

    private static bool Close((double Sum, int Freedom) a, (double Sum, int Freedom) b) => Math.Abs(a.Sum - b.Sum) < 1e-12 && a.Freedom == b.Freedom;
}
