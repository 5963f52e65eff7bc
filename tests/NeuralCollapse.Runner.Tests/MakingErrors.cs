namespace NeuralCollapse.Runner.Tests;

/// <summary>What a user can put right ends with exit code 2 and a message, never with a stack trace.</summary>
public sealed class MakingErrors : IDisposable
{
    private readonly Collapse collapse = new Collapse().WithTiny();

    public void Dispose() => collapse.Dispose();

    [Fact]
    public void AnUnknownExperimentIsAnsweredWithTheKnownOnes() =>
        collapse.Run("run", "--experiment=tinny").AssertError("tinny", "tiny");

    [Fact]
    public void ErrorsOfAllSpecsAreReportedTogether() =>
        collapse.With("one", "name: one\nseeds: []").With("two", "").Run("plan", "--experiment=one", "--experiment=two")
            .AssertError("one.yaml:2:", "two.yaml:1:");

    [Fact]
    public void AnUnknownOptionIsNamed() => collapse.Run("run", "--jbos=2").AssertError("--jbos=2", "--help");

    [Fact]
    public void ADeviceThatThereIsNotIsAnError() => collapse.Run("run", "--device=tpu").AssertError("--device=tpu: expected cpu, cuda, cuda:N", "got tpu");

    [Theory]
    [InlineData("--jobs=0")]
    [InlineData("--jobs=1.5")]
    [InlineData("--jobs=1e1")]
    [InlineData("--jobs=07")]
    [InlineData("--jobs=many")]
    public void ANumberOfProcessesThatIsNoneIsAnError(string option) => collapse.Run("run", "--experiment=tiny", option)
        .AssertError($"{option}: expected a whole number from 1 to 10000, got {option["--jobs=".Length..]}", "--help");

    [Fact]
    public void MissingDataAreNamedWithTheRemedy() =>
        collapse.With("digits", Collapse.TinySpec.Replace("name: tiny", "name: digits").Replace("{ kind: glyphs, train: 80, test: 40 }", "{ kind: mnist, train: 80 }"))
            .Run("run", "--experiment=digits", "--data=nowhere").AssertError($"MNIST is not complete in {Path.Combine("nowhere", "mnist")}", "train-images-idx3-ubyte.gz", "--dataset=mnist", "--data=DIR");

    [Fact]
    public void ALibraryThatIsNotThereIsNamedWithTheRemedy() =>
        collapse.Run(new Dictionary<string, string> { ["NEURAL_COLLAPSE_LIBTORCH"] = "/nowhere" }, "run", "--experiment=tiny")
            .AssertError("NEURAL_COLLAPSE_LIBTORCH=/nowhere: expected a folder with libc10.so", "remedy:");

    [Fact]
    public void ALibraryThatCannotBeLoadedIsNamedWithItsTrueCause()
    {
        foreach (var name in (string[])["c10", "torch_cpu", "torch"])
            File.WriteAllText(collapse.At($"lib{name}.so"), "not a library");

        collapse.Run(new Dictionary<string, string> { ["NEURAL_COLLAPSE_LIBTORCH"] = collapse.Folder }, "run", "--experiment=tiny")
            .AssertError($"libtorch cannot be loaded from {collapse.Folder}", "cause:", "libc10.so", "remedy:");
    }
}
