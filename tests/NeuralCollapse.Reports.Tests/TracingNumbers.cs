using System.Diagnostics;
using System.Text.Json.Nodes;
using NeuralCollapse.Records;
using NeuralCollapse.Records.Tests;
using Repository.Tests;

namespace NeuralCollapse.Reports.Tests;

/// <summary>Each number of the report's argument says what it was computed from: the recorded rows are there, and give it again.</summary>
public sealed class TracingNumbers : IDisposable
{
    private static readonly string Recorded = Path.Combine(RepositoryFiles.Root, "results");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("collapse-tracing-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void EveryNumberIsOfRowsAndColumnsThatAreRecorded()
    {
        var index = JsonNode.Parse(Index(Recorded))!;
        var series = index["series"]!.AsArray();
        var numbers = index["numbers"]!.AsArray();

        Assert.InRange(numbers.Count, 300, 20_000);
        Assert.All(numbers, number => Assert.True(number!["series"] is not null || number["analysis"] is not null || number["predictions"] is not null || number["cells"] is not null));
        Assert.All(numbers.SelectMany(number => number!["series"]?.AsArray() ?? []), at => Assert.InRange((int)at!, 0, series.Count - 1));
        Assert.All(series, one =>
        {
            foreach (var cell in Cells(one!["of"]).Concat(Cells(one["against"])))
            {
                var lines = File.ReadAllLines(Path.Combine(Recorded, (string)one["experiment"]!, "cells", cell, (string)one["file"]!));
                var names = lines[0].Split(',');
                Assert.All(((string)one["column"]!).Split('/'), column => Assert.Contains(column, names));
                if (one["lambda"] is { } lambda)
                    Assert.Contains(lines, line => line.Split(',')[1] == Numbers.Format((double)lambda));
                foreach (var epoch in new[] { one["epoch"], one["against-epoch"] }.Where(epoch => epoch is not null))
                    Assert.Contains(lines, line => line.StartsWith($"{epoch},", StringComparison.Ordinal));
            }
        });
    }

    [Fact]
    public void WhatIsPrintedIsWhatIsListed()
    {
        var model = Model(Recorded);
        var listed = JsonNode.Parse(ReportIndex.Of(model))!["numbers"]!.AsArray().Select(number => ((string)number!["at"]!, (string)number["text"]!)).ToHashSet();

        Assert.All(model.Answer.SelectMany(sentence => sentence.Numbers), number => Assert.Contains(("answer", number.Text), listed));
        Assert.All(model.Answer, sentence => Assert.All(sentence.Numbers, number => Assert.Contains(number.Text, sentence.ToString(), StringComparison.Ordinal)));
        Assert.All(model.Tables.SelectMany(table => table.Rows).SelectMany(row => row), entry =>
            Assert.All(entry.Numbers, number => Assert.Contains(number.Text, $"{entry.Text} {entry.Below}", StringComparison.Ordinal)));
    }

    [NumpyFact]
    public void AnotherProgramComputesEveryNumberToItsLastDigit()
    {
        var (code, output) = Recompute(Recorded, Index(Recorded));

        Assert.True(code == 0, output);
        Assert.EndsWith(" numbers, 0 differ\n", output, StringComparison.Ordinal);
    }

    [NumpyFact]
    public void ItNoticesAChangedDigit()
    {
        var index = Index(Recorded, "quick");
        var copy = Directory.CreateDirectory(Path.Combine(folder.FullName, "quick"));
        foreach (var file in Directory.GetFiles(Path.Combine(Recorded, "quick"), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.FullName, Path.GetRelativePath(Path.Combine(Recorded, "quick"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        Assert.Equal(0, Recompute(folder.FullName, index).Code);
        var metrics = Directory.GetFiles(folder.FullName, "metrics.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        var lines = File.ReadAllLines(metrics);
        var (column, fields) = (Array.IndexOf(lines[0].Split(','), "nc1"), lines[^1].Split(','));
        fields[column] = Numbers.Format(1.01 * double.Parse(fields[column], System.Globalization.CultureInfo.InvariantCulture));
        File.WriteAllLines(metrics, [.. lines[..^1], string.Join(',', fields)]);

        var (code, output) = Recompute(folder.FullName, index);

        Assert.Equal(1, code);
        Assert.Contains("NC1: mean: printed", output, StringComparison.Ordinal);
    }

    private static ReportModel Model(string results, params string[] experiments)
    {
        var store = new ResultStore(results);
        return ReportComposer.Compose(store, experiments.Length > 0 ? experiments : [.. store.Experiments().Where(store.HasResults)]);
    }

    private static string Index(string results, params string[] experiments) => ReportIndex.Of(Model(results, experiments));

    private static IEnumerable<string> Cells(JsonNode? seeds) => (seeds?.AsArray() ?? []).SelectMany(seed => seed!.AsArray()).Select(cell => (string)cell!);

    private (int Code, string Output) Recompute(string results, string index)
    {
        var file = Path.Combine(folder.FullName, "report.json");
        File.WriteAllText(file, index);
        var program = Path.Combine(RepositoryFiles.Root, "tests", "NeuralCollapse.Reports.Tests", "Oracle", "recompute.py");
        using var process = Process.Start(new ProcessStartInfo(Numpy.Python!, [program, results, file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["OPENBLAS_NUM_THREADS"] = "1" }, // threads of small sums would wait for each other beside other tests
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
