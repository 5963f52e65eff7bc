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
    public void ItIsThatOfTheCheckoutThatTheProgramLiesIn()
    {
        var commit = checkout.Commit();

        Assert.Equal(new Revision(commit, IsDirty: false), Revision.Of(checkout.Program, out _));
    }

    [GitFact]
    public void ASourceThatDiffersFromTheCommitIsSaidAndResultsAreNoSource()
    {
        var commit = checkout.Commit();
        Directory.CreateDirectory(checkout.At("results", "quick"));
        File.WriteAllText(checkout.At("results", "quick", "plan.json"), "{}");
        var withResults = Revision.Of(checkout.Program, out _);
        File.WriteAllText(checkout.At("src", "another.cs"), "");

        Assert.Equal(new Revision(commit, IsDirty: false), withResults);
        Assert.Equal(new Revision(commit, IsDirty: true), Revision.Of(checkout.Program, out _));
    }

    [GitFact]
    public void SourcesThatMerelyLieInSomebodysRepositoryHaveNoCommit()
    {
        checkout.Git("commit", "--quiet", "--allow-empty", "--message", "of something else");

        Assert.Null(Revision.Of(checkout.Program, out var unknown));
        Assert.Contains("git ls-files in", unknown, StringComparison.Ordinal);
    }

    [GitFact]
    public void AProgramFarFromItsSourcesHasNoCommit()
    {
        File.Delete(checkout.At("src", "NeuralCollapse.Runner", "NeuralCollapse.Runner.csproj"));
        checkout.Commit();

        Assert.Null(Revision.Of(checkout.Program, out var unknown));
        Assert.EndsWith("is not in a checkout of its sources", unknown, StringComparison.Ordinal);
    }

    [GitFact]
    public void AnotherRepositoryOneStandsInIsNotAsked()
    {
        using var another = new Checkout();
        another.Commit();
        var commit = checkout.WithProgram().Commit();
        using var collapse = new Collapse { Program = checkout.Program }.With("tiny", Spec);
        Directory.Move(another.At(".git"), collapse.At(".git"));

        var outcome = collapse.Run(new Dictionary<string, string> { ["GIT_DIR"] = collapse.At(".git") }, "run", "--experiment=tiny");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Equal([(commit, false)], Recorded(collapse));
    }

    [GitFact]
    public void WhatIsEditedAndCommittedWhileCellsTrainIsNotInTheProgramThatTrains()
    {
        var commit = checkout.WithProgram().Commit();
        using var collapse = new Collapse { Program = checkout.Program }.With("tiny", Spec.Replace("seeds: [0]", "seeds: [0, 1]"));
        using var process = collapse.Start(new Dictionary<string, string>(), "run", "--experiment=tiny", "--jobs=1");
        Collapse.WaitForEpoch(process);
        File.WriteAllText(checkout.At("src", "another.cs"), "");
        checkout.Commit();
        File.WriteAllText(checkout.At("src", "a-third.cs"), "");
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.Equal([(commit, false), (commit, false)], Recorded(collapse));
    }

    [GitFact]
    public void ACheckoutOfAnotherOwnerIsUnknownAndThatIsSaidInOneLine()
    {
        checkout.WithProgram().Commit();
        using var collapse = new Collapse { Program = checkout.Program }.With("tiny", Spec);

        var outcome = collapse.Run(new Dictionary<string, string> { ["GIT_TEST_ASSUME_DIFFERENT_OWNER"] = "1" }, "run", "--experiment=tiny");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Matches("^the commit of this program is unknown, and recorded as null: git ls-files in [^\n]*: fatal: [^\n]*\n$", outcome.Errors);
        Assert.Equal([(null, null)], Recorded(collapse));
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
