using NeuralCollapse.Training;

namespace NeuralCollapse.Runner.Tests;

public sealed class ChoosingDevices : IDisposable
{
    private readonly Collapse collapse = new Collapse().WithTiny();

    public void Dispose() => collapse.Dispose();

    [Theory]
    [InlineData("cpu", 3, null, "cpu cpu cpu")]
    [InlineData("cpu", 3, 2, "cpu cpu")]
    [InlineData("cuda", 8, null, "cuda:0")]
    [InlineData("cuda:0,cuda:1", 8, null, "cuda:0 cuda:1")]
    [InlineData("cuda:0,cuda:1", 8, 2, "cuda:0 cuda:1 cuda:0 cuda:1")]
    [InlineData("cuda:0,cuda:1", 3, 2, "cuda:0 cuda:1 cuda:0")]
    public void ProcessesAreSpreadOverTheDevices(string devices, int jobs, int? perDevice, string expected) =>
        Assert.Equal(expected, string.Join(' ', Places.Of(ComputeDevice.Parse(devices), jobs, perDevice).Select(device => device.Name)));

    [Fact]
    public void WithoutAGpuOneMessageSaysWhatIsMissingAndNothingIsBegun()
    {
        if (NvidiaDriver.Find() is not null)
            return;

        var outcome = collapse.Run("run", "--experiment=tiny", "--device=cuda");

        outcome.AssertError("--device=cuda:0: expected an NVIDIA GPU and a libtorch for it, got no NVIDIA driver", "\n  remedy: ", "--device=cpu");
        Assert.Equal("", outcome.Output);
        Assert.False(Path.Exists(collapse.At("results")));
    }

    [Fact]
    public void TheRecordSaysTheDevice()
    {
        Assert.Equal(0, collapse.Run("run", "--experiment=tiny", "--device=cpu", "--jobs-per-device=1").ExitCode);

        var records = Directory.GetFiles(collapse.At("results", "tiny", "cells"), "environment.json", SearchOption.AllDirectories);
        Assert.Equal(4, records.Length);
        Assert.All(records, record => Assert.Contains("\"device\": \"cpu\"", File.ReadAllText(record), StringComparison.Ordinal));
    }

    [Fact]
    public void OnAGpuTheWorkspaceOfMatrixProductsIsFixedBeforeTheProcessStarts()
    {
        var gpu = NumericsEnvironment.Of(Specs.Numerics.Portable, ComputeDevice.Parse("cuda:1")[0]);
        var processor = NumericsEnvironment.Of(Specs.Numerics.Portable, default);

        Assert.Equal([new("CUBLAS_WORKSPACE_CONFIG", ":4096:8")], gpu.Except(processor));
        Assert.Empty(processor.Except(gpu));
    }

    [Fact]
    public void DoctorSaysWhatCanBeUsedAndWhatToDoWhereNot()
    {
        var outcome = collapse.Run("doctor");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Matches(@"\Alibtorch \d+\.\d+\.\d+ from .+\nTorchSharp .+, built for libtorch .+\ncpu     usable: .+ cores\ncuda:0  ", outcome.Output.ReplaceLineEndings("\n"));
        if (NvidiaDriver.Find() is null)
            Assert.Matches(@"cuda:0  not usable: expected .+, got no NVIDIA driver .+\r?\n        remedy: ", outcome.Output);
    }

    [Fact]
    public void AnotherLibTorchFolderThatHasNoneIsTheUsersError() =>
        collapse.Run(new Dictionary<string, string> { [LibTorch.FolderVariable] = collapse.Folder }, "doctor").AssertError("NEURAL_COLLAPSE_LIBTORCH=", "remedy: ");
}
