using System.Text.Json;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner.Tests;

public sealed class KnowingTheCommit : IDisposable
{
    private static readonly string Spec =
        Collapse.TinySpec.Replace("seeds: [0, 1]", "seeds: [0]").Replace("[{ kind: cross-entropy }, { kind: scaled-mse, kappa: 1 }]", "[{ kind: cross-entropy }]");

    private readonly Checkout checkout = new();

    public void Dispose() => checkout.Dispose();

    [GitFact]
    public void ItIsThatOfTheSourcesWhenTheProgramIsBuilt()
    {
        var commit = checkout.Commit();

        Assert.Equal([new("Commit", commit)], checkout.Stamp());
    }

    [GitFact]
    public void ASourceThatDiffersFromTheCommitIsSaidAndWhatIsNoSourceIsNot()
    {
        var commit = checkout.Commit();
        Directory.CreateDirectory(checkout.At("results", "quick"));
        File.WriteAllText(checkout.At("results", "quick", "plan.json"), "{}");
        File.WriteAllText(checkout.At("README.md"), "");
        var withResults = checkout.Stamp();
        File.WriteAllText(checkout.At("src", "another.cs"), "");

        Assert.Equal([new("Commit", commit)], withResults);
        Assert.Equal([new("Commit", commit), new("Dirty", "true")], checkout.Stamp());
    }

    [GitFact]
    public void SourcesThatMerelyLieInSomebodysRepositoryHaveNoCommit()
    {
        checkout.Git("commit", "--quiet", "--allow-empty", "--message", "of something else");

        Assert.Equal("NoCommit", Assert.Single(checkout.Stamp()).Key);
    }

    [GitFact]
    public void ACheckoutOfAnotherOwnerHasNoCommitAndTheReasonIsKept()
    {
        checkout.Commit();

        Assert.StartsWith("fatal: ", checkout.Stamp(new Dictionary<string, string> { ["GIT_TEST_ASSUME_DIFFERENT_OWNER"] = "1" })["NoCommit"], StringComparison.Ordinal);
    }

    [GitFact]
    public void AnotherRepositoryThatAVariableOfGitPointsToIsNotAsked()
    {
        using var another = new Checkout();
        another.Commit();
        var commit = checkout.Commit();

        Assert.Equal(commit, checkout.Stamp(new Dictionary<string, string> { ["GIT_DIR"] = another.At(".git") })["Commit"]);
    }

    [GitFact]
    public void WhatIsRecordedIsWhatTheProgramIsStampedWithWhereverOneStands()
    {
        using var another = new Checkout();
        another.Commit();
        using var collapse = new Collapse().With("tiny", Spec);
        Directory.Move(another.At(".git"), collapse.At(".git"));

        var outcome = collapse.Run(new Dictionary<string, string> { ["GIT_DIR"] = collapse.At(".git") }, "run", "--experiment=tiny");

        var stamped = Revision.OfThisProgram(out var unknown);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(stamped is null ? $"the commit of this program is unknown, and recorded as null: when it was built, git said: {unknown}\n" : "", outcome.Errors);
        Assert.Equal([(stamped?.Commit, stamped?.IsDirty)], Recorded(collapse));
    }

    [GitFact]
    public void PredictionsAreStatedInTheLastCommitOfTheirSpecUnlessItWasChangedSince()
    {
        var path = checkout.At("experiments", "tiny.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Spec + "\npredictions: [ { name: falls, says: NC1 falls, metric: nc1, at-most: 1 } ]\n");
        var plan = ExperimentSpec.Load(path).Expand();
        var before = Revision.StatementOf(plan);
        var commit = checkout.Commit();
        checkout.Git("commit", "--quiet", "--allow-empty", "--message", "of other files");
        var committed = Revision.StatementOf(plan);
        File.AppendAllText(path, "# edited\n");

        Assert.Equal(new Statement(plan.Stated.Hash!, null, null), before);
        Assert.Equal((plan.Stated.Hash, commit), (committed!.Hash, committed.Commit));
        Assert.InRange(committed.CommittedAt!.Value, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow);
        Assert.Equal(new Statement(plan.Stated.Hash!, null, null), Revision.StatementOf(plan));
        Assert.Null(Revision.StatementOf(plan with { Stated = StatedPredictions.None }));
    }

    /// <summary>Commit and state of every recorded cell, each of which also says which SDK compiled the program.</summary>
    private static List<(string? Commit, bool? Dirty)> Recorded(Collapse collapse) =>
    [
        .. Directory.GetFiles(collapse.At("results", "tiny", "cells"), "environment.json", SearchOption.AllDirectories).Select(file =>
        {
            var environment = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
            Assert.Matches(@"^10\.[0-9.]+", environment.GetProperty("versions").GetProperty("sdk").GetString());
            var dirty = environment.GetProperty("dirty");
            return (environment.GetProperty("commit").GetString(), dirty.ValueKind == JsonValueKind.Null ? (bool?)null : dirty.GetBoolean());
        }),
    ];
}
