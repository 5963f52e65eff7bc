using NeuralCollapse.Specs;

namespace NeuralCollapse.Training.Tests;

public sealed class ChoosingADevice
{
    private static readonly NvidiaDriver TwoGpus = new(["NVIDIA H200", "NVIDIA H200"], "12.4");

    [Theory]
    [InlineData("cpu", "cpu")]
    [InlineData("cuda", "cuda:0")]
    [InlineData("cuda:3", "cuda:3")]
    [InlineData("cuda:1,cuda:0", "cuda:1 cuda:0")]
    [InlineData("mps", "mps")]
    public void ADeviceHasPyTorchsName(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', ComputeDevice.Parse(text).Select(device => device.Name)));

    [Theory]
    [InlineData("gpu", "got gpu")]
    [InlineData("cuda:", "got cuda:")]
    [InlineData("cuda:-1", "got cuda:-1")]
    [InlineData("cuda:01", "got cuda:01")]
    [InlineData("cuda:0,", "got nothing")]
    [InlineData("cuda,cuda:0", "got cuda:0 2 times; --jobs-per-device=K")]
    [InlineData("cpu,cuda", "expected devices of one kind")]
    public void AnythingElseIsRefusedByName(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => ComputeDevice.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void TheProcessorIsTheDefault() => Assert.Equal(ComputeDevice.Parse("cpu")[0], default);

    [Theory]
    [InlineData(false, -1, 0, "got no NVIDIA driver (", "and a libtorch for the processor alone (/lib)", "NEURAL_COLLAPSE_LIBTORCH, or compile with TorchBackend=cuda")]
    [InlineData(true, -1, 0, "got no NVIDIA driver (", "install its driver", "or train on the processor with --device=cpu")]
    [InlineData(true, 0, 0, "got a driver that shows no GPU\n", "CUDA_VISIBLE_DEVICES", "--device=cpu")]
    [InlineData(true, 1, 1, "expected an NVIDIA GPU of the number 1 and a libtorch for it", "got a driver that shows cuda:0 (NVIDIA H200) only", "nvidia-smi")]
    [InlineData(false, 2, 0, "got a libtorch for the processor alone (/lib)\n", "TorchBackend=cuda", "--device=cpu")]
    [InlineData(true, 2, 0, "got a libtorch (/lib) that finds 0 of the 2 GPUs of the driver, which serves CUDA up to 12.4\n", "install a newer driver", "--device=cpu")]
    public void WhatAGpuLacksIsSaidInOneMessageWithTheRemedy(bool libTorchHasCuda, int gpus, int usable, params string[] parts)
    {
        var driver = gpus < 0 ? null : TwoGpus with { Gpus = [.. TwoGpus.Gpus.Take(gpus)] };

        var state = new CudaFacts("/lib", libTorchHasCuda, driver, usable).StateOf(ComputeDevice.Parse("cuda:1")[0]);

        var message = Assert.Throws<UserErrorException>(() => DeviceSurvey.Require([state])).Message;
        Assert.StartsWith("--device=cuda:1: expected ", message, StringComparison.Ordinal);
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Fact]
    public void AGpuThatLacksNothingIsCalledByItsModel()
    {
        var state = new CudaFacts("/lib", true, TwoGpus, 2).StateOf(ComputeDevice.Parse("cuda:1")[0]);

        Assert.Equal(("NVIDIA H200", null), (state.Expected, state.Missing));
    }

    [Theory]
    [InlineData("2.11.0", "2.10.0")]
    [InlineData("1.10.0", "2.10.0")]
    public void AnotherLibTorchIsRefusedWithBothVersionsUnlessItIsToBeTried(string loaded, string expected)
    {
        var failure = Assert.Throws<UserErrorException>(() => LibTorch.RequireVersion(new(loaded), new(expected), "/lib", isTried: false));

        Assert.StartsWith($"/lib: expected libtorch {expected[..^2]}, which TorchSharp ", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"got {loaded[..^2]}\n", failure.Message, StringComparison.Ordinal);
        Assert.Contains("set NEURAL_COLLAPSE_LIBTORCH_MISMATCH=try", failure.Message, StringComparison.Ordinal);
        LibTorch.RequireVersion(new(loaded), new(expected), "/lib", isTried: true);
        LibTorch.RequireVersion(new("2.10.1"), new(expected), "/lib", isTried: false);
    }

    [Fact]
    public void TheLibTorchOfTheBuildSaysWhichVersionItIs() => Assert.Equal(LibTorch.ExpectedVersion, LibTorch.Version);
}
