using TorchSharp;

namespace NeuralCollapse.Training.Tests;

public sealed class LoadingLibTorch
{
    [Fact]
    public void ItComputesOnOneThread()
    {
        LibTorch.Load();

        Assert.Equal(6, torch.tensor(new[] { 1f, 2f, 3f }).sum().item<float>());
        Assert.Equal(1, torch.get_num_threads());
    }

    [Fact]
    public void AMissingVersionIsMadeWeakByOneBit()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var original = File.ReadAllBytes(NativeFiles.Locate().TorchSharp);

        var weak = WeakVersion.Weaken([.. original]);

        var changed = Enumerable.Range(0, original.Length).Where(i => original[i] != weak[i]).ToList();
        Assert.Single(changed);
        Assert.Equal(original[changed[0]] | 2, weak[changed[0]]);
        Assert.Equal(weak, WeakVersion.Weaken([.. weak]));
    }

    [Theory]
    [InlineData("libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by libLibTorchSharp.so)", true)]
    [InlineData("libstdc++.so.6: version `GLIBCXX_3.4.99' not found (required by libLibTorchSharp.so)", false)]
    [InlineData("libgomp.so.1: cannot open shared object file: No such file or directory", false)]
    public void OnlyTheKnownVersionIsTouched(string message, bool expected) => Assert.Equal(expected, WeakVersion.LacksOnly(message));

    [Fact]
    public void SomethingElseThanTheLibraryIsRefused() =>
        Assert.Throws<BadImageFormatException>(() => WeakVersion.Weaken(new byte[1000]));

    /// <summary>Collected by another thread while libtorch works, as a collection that any thread causes would.</summary>
    [Fact]
    public void WhatAnOperationWorksWithIsNotCollected()
    {
        LibTorch.Load();
        var isDone = false;
        var collector = new Thread(() =>
        {
            while (!Volatile.Read(ref isDone))
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        });
        collector.Start();
        try
        {
            using var sum = torch.zeros(1_000_000); // long enough in an operation for a collection to come
            for (var i = 0; i < 10_000; i++)
                sum.add_(1);

            Assert.Equal(10_000, sum[0].item<float>());
        }
        finally
        {
            Volatile.Write(ref isDone, true);
            collector.Join();
        }
    }
}
