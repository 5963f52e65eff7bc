using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

/// <summary>The message about files that are damaged: enough of them to act on, and each remedy once.</summary>
public sealed class NamingDamage
{
    [Theory]
    [InlineData(8, "")]
    [InlineData(9, "And 1 more.\n")]
    [InlineData(20, "And 12 more.\n")]
    public void EightFaultsAreShownAndTheOthersCounted(int faults, string others)
    {
        DamagedResultException error = new([.. Enumerable.Range(1, faults).Select(Fault)], "Restore them.");

        Assert.Equal(string.Concat(Enumerable.Range(1, 8).Select(i => $"{i}.csv: expected a file, got none.\n")) + $"{others}Restore them.", error.Message);
        Assert.Equal(faults, error.Faults.Count);
    }

    [Fact]
    public void DamagesInOneMessageHaveEachRemedyOnceAndAtMostEight()
    {
        var plan = RecordedPlan.Of(SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1));
        string[] remedies = ["Twice.", "Twice.", .. Enumerable.Range(2, 8).Select(i => $"Remedy {i}.")];
        var damages = remedies.Select(remedy => new Damage(plan.Cells[0], new([Fault(1)], remedy)));

        var error = Assert.Throws<DamagedResultException>(() => new RecordedExperiment { Plan = plan, Cells = [], Damages = [.. damages] }.RequireWhole());

        Assert.EndsWith(
            "\nAnd 2 more.\nTwice.\nRemedy 2.\nRemedy 3.\nRemedy 4.\nRemedy 5.\nRemedy 6.\nRemedy 7.\nRemedy 8.", error.Message, StringComparison.Ordinal);
    }

    private static ResultFault Fault(int number) => new($"{number}.csv", "a file", "none");
}
