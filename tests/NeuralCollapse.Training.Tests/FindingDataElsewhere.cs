namespace NeuralCollapse.Training.Tests;

/// <summary>A data set that lies where torchvision, Kaggle or a browser put it is pointed to.</summary>
public sealed class FindingDataElsewhere : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("collapse-elsewhere-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("mnist", "MNIST/raw/train-images-idx3-ubyte", "move it into ")]
    [InlineData("fashion-mnist", "FashionMNIST/raw/t10k-labels-idx1-ubyte.gz", "move it into ")]
    [InlineData("mnist", "train-labels-idx1-ubyte.gz", "move it into ")]
    [InlineData("mnist", "mnist/train-images.idx3-ubyte", "move it, under its official name, into ")]
    [InlineData("cifar10", "cifar-10-binary.tar.gz", "move it into ")]
    [InlineData("cifar10", "cifar-10-batches-py/data_batch_1", "the version for Python, which is pickled")]
    [InlineData("cifar100", "cifar-100-python.tar.gz", "the version for Python, which is pickled")]
    public void ItsPlaceIsNamed(string name, string path, string what)
    {
        var file = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "");

        var found = DataElsewhere.Found(OfficialData.All.First(data => data.Name == name), folder.FullName);

        Assert.StartsWith($"; there is {Path.Combine(folder.FullName, what.StartsWith("the version", StringComparison.Ordinal) ? path.Split('/')[0] : path)}", found, StringComparison.Ordinal);
        Assert.Contains(what, found, StringComparison.Ordinal);
    }

    [Fact]
    public void FilesOfTheSameNamesOfAnotherDataSetAreNot()
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "KMNIST", "raw"));
        File.WriteAllText(Path.Combine(folder.FullName, "KMNIST", "raw", "train-images-idx3-ubyte"), "");

        Assert.Equal("", DataElsewhere.Found(OfficialData.Mnist, folder.FullName));
    }
}
