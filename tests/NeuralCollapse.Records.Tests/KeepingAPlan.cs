using NeuralCollapse.Specs;
using NeuralCollapse.Synthetic;

namespace NeuralCollapse.Records.Tests;

public sealed class KeepingAPlan : IDisposable
{
    private readonly SyntheticResults results = new();
    private readonly Plan plan = SyntheticExperiment.Plan(losses: 1, mixups: 1, seeds: 1);

    private string PlanJson => Path.Combine(results.Store.PathOf(plan.Name), "plan.json");

    public void Dispose() => results.Dispose();

    [Fact]
    public void ItsFileHasTheTolerancesInAlphabeticalOrderAndNullWhereNothingIsStated()
    {
        results.Store.WritePlan(plan);

        Assert.Equal(
            Sealing.Sealed($$"""
            {
              "experiment": "synthetic",
              "title": "Made-up numbers that look like an experiment",
              "claim": "Every loss collapses without mixup; under mixup the within-class variability settles higher.",
              "verify": {
                "nc1": {
                  "absolute": 0,
                  "relative": 0.2
                },
                "test-accuracy": {
                  "absolute": 0.02,
                  "relative": 0
                }
              },
              "stated": null,
              "cells": [
                {
                  "id": "{{plan.Cells[0].Id}}",
                  "axes": {
                    "loss": "cross-entropy",
                    "mixup": "none"
                  },
                  "seed": 0
                }
              ],
              "sha256": "{{new string('0', 64)}}"
            }

            """.ReplaceLineEndings("\n")),
            File.ReadAllText(PlanJson));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"the loss falls\"")]
    [InlineData("{ \"prophecies\": [], \"analyses\": [] }")]
    public void WhatIsStatedMustBePredictionsAndAnalyses(string stated)
    {
        results.Store.WritePlan(plan);
        var text = File.ReadAllText(PlanJson).Replace("\"stated\": null", $"\"stated\": {stated}", StringComparison.Ordinal);
        File.WriteAllText(PlanJson, Sealing.Sealed(text));

        var error = Assert.Throws<DamagedResultException>(() => results.Store.ReadPlan(plan.Name));

        Assert.Equal(
            $"{PlanJson.Replace('\\', '/')}: stated: expected predictions and analyses as a plan has them, got others.\n" +
            "Restore it from version control, or reproduce the experiment synthetic: that writes it again and trains only what is missing.",
            error.Message);
    }
}
