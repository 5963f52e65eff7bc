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
}
