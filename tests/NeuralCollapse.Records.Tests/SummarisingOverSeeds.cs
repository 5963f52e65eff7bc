using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

public sealed class SummarisingOverSeeds
{
    [Fact]
    public void MeanAndUnbiasedDeviationMatchAHandCalculation()
    {
        var row = SummaryRow.Of("nc1", [2, 4, 9]);

        // Mean 15/3 = 5; squares 9 + 1 + 16 = 26 over n - 1 = 2.
        Assert.Equal((3, 5, Math.Sqrt(13)), (row.N, row.Mean, row.StandardDeviation));
    }

    [Fact]
    public void OneSeedHasNoDeviation()
    {
        var row = SummaryRow.Of("nc1", [0.25]);

        Assert.Equal((1, 0.25, null), (row.N, row.Mean, row.StandardDeviation));
    }

    [Fact]
    public void AValueThatIsNotANumberIsNotHiddenByTheOthers()
    {
        var row = SummaryRow.Of("nc1", [1, double.NaN]);

        Assert.True(double.IsNaN(row.Mean));
    }

    [Fact]
    public void CellsAreGroupedByTheirAxesInPlanOrder()
    {
        var plan = SyntheticExperiment.Plan(losses: 2, mixups: 2, seeds: 3);

        var summary = ExperimentSummary.Of(RecordedPlan.Of(plan), [.. plan.Cells.Reverse().Select(SyntheticRecord.Of)]);

        Assert.Equal(
            ["loss=cross-entropy mixup=none", "loss=cross-entropy mixup=mixup(alpha=1)", "loss=focal(gamma=3) mixup=none", "loss=focal(gamma=3) mixup=mixup(alpha=1)"],
            summary.Groups.Select(g => string.Join(' ', g.Axes.Select(a => $"{a.Key}={a.Value}"))));
        Assert.All(summary.Groups, g => Assert.Equal(3, g.Find("nc1")!.N));
        Assert.Equal(plan.Cells.Take(3).Select(c => c.Id), summary.Groups[0].Cells.Select(c => c.Id));
    }

    [Fact]
    public void ACellThatIsNotRecordedLowersNAndNothingElse()
    {
        var plan = SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 2);

        var summary = ExperimentSummary.Of(RecordedPlan.Of(plan), [SyntheticRecord.Of(plan.Cells[1])]);

        Assert.Equal(1, Assert.Single(summary.Groups).Find("nc1")!.N);
    }

    [Fact]
    public void TheFilesHoldTheSameNumbersInLongFormAndStructured()
    {
        using var results = new SyntheticResults();
        var plan = SyntheticExperiment.Plan(losses: 1, mixups: 2, seeds: 1);
        var record = SyntheticRecord.Of(plan.Cells[0]);
        MetricRow two = new() { Epoch = 30, Metrics = [new("nc1", 0.125), new("test-accuracy", double.NaN)] };

        results.Store.WriteSummary(ExperimentSummary.Of(RecordedPlan.Of(plan), [record with { Epochs = [two] }]));

        Assert.Equal(
            "loss,mixup,metric,n,mean,std\ncross-entropy,none,nc1,1,0.125,\ncross-entropy,none,test-accuracy,1,nan,\n",
            File.ReadAllText(Path.Combine(results.Root, plan.Name, "summary.csv")));
        Assert.Equal(
            $$"""
            {
              "experiment": "synthetic",
              "numerics": [
                "5d41402abc4b"
              ],
              "cells-planned": 2,
              "groups": [
                {
                  "axes": {
                    "loss": "cross-entropy",
                    "mixup": "none"
                  },
                  "cells": [
                    "{{record.Id}}"
                  ],
                  "metrics": {
                    "nc1": {
                      "n": 1,
                      "mean": 0.125,
                      "std": null
                    },
                    "test-accuracy": {
                      "n": 1,
                      "mean": "nan",
                      "std": null
                    }
                  }
                }
              ]
            }

            """,
            File.ReadAllText(Path.Combine(results.Root, plan.Name, "summary.json")));
    }

    [Fact]
    public void LabelsWithCommasAreQuoted()
    {
        var text = Csv.Write([["focal(gamma=3,x=1)", "say \"so\"", "plain"]]);

        Assert.Equal("\"focal(gamma=3,x=1)\",\"say \"\"so\"\"\",plain\n", text);
    }

    [Fact]
    public void APlanReadsBackAsItWasWritten()
    {
        using var results = new SyntheticResults();
        var plan = SyntheticExperiment.Plan();

        results.Store.WritePlan(plan);
        var read = results.Store.ReadPlan(plan.Name);

        Assert.Equal((plan.Name, plan.Title, plan.Claim), (read.Experiment, read.Title, read.Claim));
        Assert.Equal(plan.Verify.OrderBy(t => t.Key), read.Verify.OrderBy(t => t.Key));
        Assert.Equal(plan.Cells.Select(c => (c.Id, c.Label, c.Spec.Seed)), read.Cells.Select(c => (c.Id, c.Label, c.Seed)));
        Assert.Equal([plan.Name], results.Store.Experiments());
    }
}
