namespace NeuralCollapse.Runner.Tests;

public sealed class KeepingData : IDisposable
{
    /// <summary>Nothing listens there: every connection is refused at once, wherever the tests run.</summary>
    private static readonly Dictionary<string, string> NoConnection = new()
    {
        ["HTTP_PROXY"] = "http://127.0.0.1:1",
        ["HTTPS_PROXY"] = "http://127.0.0.1:1",
    };

    private readonly Collapse collapse = new();

    public void Dispose() => collapse.Dispose();

    [Fact]
    public void TheListSaysWhatIsHereAndWhatIsNot()
    {
        Directory.CreateDirectory(collapse.At("sets", "cifar10", "cifar-10-batches-bin"));
        Directory.CreateDirectory(collapse.At("sets", "mnist"));
        File.WriteAllText(collapse.At("sets", "mnist", "t10k-labels-idx1-ubyte"), "");

        var outcome = collapse.Run("data", "list", "--data=sets");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Matches("mnist +incomplete +MNIST: train-images-idx3-ubyte.gz, .* in sets.mnist\n", outcome.Output);
        Assert.Matches("fashion-mnist +not here +Fashion-MNIST: ", outcome.Output);
        Assert.Matches("cifar10 +here +CIFAR-10: cifar-10-binary.tar.gz ", outcome.Output);
        Assert.Matches("cifar100 +not here ", outcome.Output);
    }

    [Fact]
    public void WithoutAConnectionFetchingSaysWhichFileToPutWhere() => collapse.Run(NoConnection, "data", "fetch", "--dataset=cifar100", "--data=sets")
        .AssertError(
            "cifar-100-binary.tar.gz of CIFAR-100 cannot be fetched:\n  https://www.cs.toronto.edu/~kriz/cifar-100-binary.tar.gz: ",
            $"put the file (MD5 03b5dce01913d631647c71ecec9e9cb8) into {Path.Combine("sets", "cifar100")}");

    [Fact]
    public void FetchingNothingIsAnError() => collapse.Run("data", "fetch").AssertError("expected --dataset=NAME", "mnist, fashion-mnist, kmnist, cifar10, cifar100");

    [Fact]
    public void AnUnknownDataSetIsAnError() => collapse.Run("data", "verify", "--dataset=cifar").AssertError("--dataset=cifar: expected one of mnist, ");

    [Fact]
    public void VerifyingReportsEverythingThatIsWrong()
    {
        Directory.CreateDirectory(collapse.At("sets", "cifar10", "cifar-10-batches-bin"));
        Directory.CreateDirectory(collapse.At("sets", "cifar100", "cifar-100-binary"));

        collapse.Run("data", "verify", "--data=sets").AssertError("got no data_batch_1.bin", "got no train.bin, test.bin");
    }

    [Fact]
    public void WithoutDataThereIsNothingToVerify()
    {
        var outcome = collapse.Run("data", "verify", "--data=sets");

        Assert.Equal((0, "no data set in sets\n"), (outcome.ExitCode, outcome.Output));
    }
}
