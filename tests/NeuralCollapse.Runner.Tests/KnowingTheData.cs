using System.Text.Json;

namespace NeuralCollapse.Runner.Tests;

/// <summary>What a cell was trained on is in its record: the real executable, with folders of images.</summary>
public sealed class KnowingTheData : IDisposable
{
    private const string Spec = """
        name: pictures
        title: Two classes of one pixel
        data: { kind: image-folder, path: set, train: 4, test: 2, test-fraction: 0.34 }
        model: { kind: mlp, hidden: [4] }
        loss: { kind: cross-entropy }
        training:
          epochs: 2
          batch-size: 2
          optimizer: { kind: sgd, learning-rate: 0.1 }
          schedule: { kind: constant }
        measure: { epochs: [2], mixed-pairs: 0, projection-classes: 0 }
        seeds: [0]
        """;

    private const string Grey = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgBwAACQAIICPDjAAAAABJRU5ErkJggg==";
    private const string Black = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

    private readonly Collapse collapse = new Collapse().With("pictures", Spec);

    public KnowingTheData()
    {
        foreach (var place in (string[])["a/1", "a/2", "a/3", "b/1", "b/2", "b/3"])
            Write(place, Grey);
    }

    public void Dispose() => collapse.Dispose();

    [Fact]
    public void PlanSaysWhenTheDataUnderARecordedCellAreOthersNow()
    {
        Assert.Equal(0, collapse.Run("run", "--experiment=pictures", "--data=data").ExitCode);
        var environment = Assert.Single(Directory.GetFiles(collapse.At("results"), "environment.json", SearchOption.AllDirectories));
        var recorded = JsonDocument.Parse(File.ReadAllText(environment)).RootElement.GetProperty("data").GetString()!;
        var same = collapse.Run("plan", "--experiment=pictures", "--data=data");
        Write("a/1", Black);
        Write("a/2", Black);
        Write("a/3", Black);
        var others = collapse.Run("plan", "--experiment=pictures", "--data=data");
        var absent = collapse.Run("plan", "--experiment=pictures", "--data=elsewhere");

        Assert.Matches("^[0-9a-f]{64}$", recorded);
        Assert.DoesNotContain("others now", same.Output + absent.Output, StringComparison.Ordinal);
        Assert.Matches($"  recorded  [0-9a-f]+  seed=0\n              its data are others now: SHA-256 {recorded[..12]} when it was trained, [0-9a-f]+ in data; put them back", others.Output);
    }

    [Fact]
    public void ATrainingDoesNotGoOnWithOtherData()
    {
        collapse.With("pictures", Spec.Replace("epochs: 2\n", "epochs: 100000\n", StringComparison.Ordinal).Replace("epochs: [2]", "epochs: [1, 100000]", StringComparison.Ordinal));
        using (var process = collapse.Start(new Dictionary<string, string>(), "run", "--experiment=pictures", "--data=data", "--checkpoint-seconds=0"))
        {
            Collapse.WaitForEpoch(process);
            System.Diagnostics.Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(130, process.ExitCode);
        }

        foreach (var place in (string[])["a/1", "a/2", "a/3"])
            Write(place, Black);

        var outcome = collapse.Run("run", "--experiment=pictures", "--data=data");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Matches("seed=0: expected the data that it was begun with, of the SHA-256 [0-9a-f]{12}, got others, of [0-9a-f]{12}\n  remedy: put the same data into data, or remove ", outcome.Output);
    }

    private void Write(string place, string image)
    {
        var path = collapse.At("data", "set", $"{place}.png");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Convert.FromBase64String(image));
    }
}
