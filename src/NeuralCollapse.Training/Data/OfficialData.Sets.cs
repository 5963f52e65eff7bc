using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <content>The data sets there are, with the checksums that their publishers state.</content>
public sealed partial record OfficialData
{
    /// <summary>LeCun, Bottou, Bengio and Haffner 1998.</summary>
    public static readonly OfficialData Mnist = new()
    {
        Title = "MNIST",
        Whole = new MnistData(),
        Format = IdxDataSet.Read,
        Mirrors = [new("https://ossci-datasets.s3.amazonaws.com/mnist/")],
        Files =
        [
            new()
            {
                Name = "train-images-idx3-ubyte.gz",
                Unpacked = "train-images-idx3-ubyte",
                Md5 = "f68b3c2dcbeaaa9fbdd348bbdeb94873",
                ContentSha256 = "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
            },
            new()
            {
                Name = "train-labels-idx1-ubyte.gz",
                Unpacked = "train-labels-idx1-ubyte",
                Md5 = "d53e105ee54ea40749a09fcbcd1e9432",
                ContentSha256 = "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
            },
            new()
            {
                Name = "t10k-images-idx3-ubyte.gz",
                Unpacked = "t10k-images-idx3-ubyte",
                Md5 = "9fb629c4189551a2d022fa330f9573f3",
                ContentSha256 = "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
            },
            new()
            {
                Name = "t10k-labels-idx1-ubyte.gz",
                Unpacked = "t10k-labels-idx1-ubyte",
                Md5 = "ec29112dd5afa0611ce80d1b7f02629c",
                ContentSha256 = "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
            },
        ],
    };

    /// <summary>Xiao, Rasul and Vollgraf 2017.</summary>
    public static readonly OfficialData FashionMnist = new()
    {
        Title = "Fashion-MNIST",
        Whole = new FashionMnistData(),
        Format = IdxDataSet.Read,
        Mirrors = [new("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/")],
        Files =
        [
            new() { Name = "train-images-idx3-ubyte.gz", Unpacked = "train-images-idx3-ubyte", Md5 = "8d4fb7e6c68d591d4c3dfef9ec88bf0d" },
            new() { Name = "train-labels-idx1-ubyte.gz", Unpacked = "train-labels-idx1-ubyte", Md5 = "25c81989df183df01b3e8a0aad5dffbe" },
            new() { Name = "t10k-images-idx3-ubyte.gz", Unpacked = "t10k-images-idx3-ubyte", Md5 = "bef4ecab320f06d8554ea6380940ec79" },
            new() { Name = "t10k-labels-idx1-ubyte.gz", Unpacked = "t10k-labels-idx1-ubyte", Md5 = "bb300cfdad3c16e7a12a480ee83cd310" },
        ],
    };

    /// <summary>Clanuwat et al. 2018.</summary>
    public static readonly OfficialData Kmnist = new()
    {
        Title = "Kuzushiji-MNIST",
        Whole = new KmnistData(),
        Format = IdxDataSet.Read,
        Mirrors = [new("http://codh.rois.ac.jp/kmnist/dataset/kmnist/")],
        Files =
        [
            new() { Name = "train-images-idx3-ubyte.gz", Unpacked = "train-images-idx3-ubyte", Md5 = "bdb82020997e1d708af4cf47b453dcf7" },
            new() { Name = "train-labels-idx1-ubyte.gz", Unpacked = "train-labels-idx1-ubyte", Md5 = "e144d726b3acfaa3e44228e80efcd344" },
            new() { Name = "t10k-images-idx3-ubyte.gz", Unpacked = "t10k-images-idx3-ubyte", Md5 = "5c965bf0a639b31b8f53240b1b52f4d7" },
            new() { Name = "t10k-labels-idx1-ubyte.gz", Unpacked = "t10k-labels-idx1-ubyte", Md5 = "7320c461ea6c1c855c0b718fb2a4b134" },
        ],
    };

    /// <summary>Krizhevsky 2009, binary version.</summary>
    public static readonly OfficialData Cifar10 = new()
    {
        Title = "CIFAR-10",
        Whole = new Cifar10Data(),
        Format = new CifarDataSet
        {
            TrainFiles = ["data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin"],
            TestFile = "test_batch.bin",
            Labels = [10],
        }.Read,
        Mirrors = [new("https://www.cs.toronto.edu/~kriz/")],
        Files =
        [
            new() { Name = "cifar-10-binary.tar.gz", Unpacked = "cifar-10-batches-bin", Md5 = "c32a1d4ab5d03f1284b67883e8d87530", Bytes = 170_052_171 },
        ],
    };

    /// <summary>Krizhevsky 2009, binary version.</summary>
    public static readonly OfficialData Cifar100 = new()
    {
        Title = "CIFAR-100",
        Whole = new Cifar100Data(),
        Format = new CifarDataSet
        {
            TrainFiles = ["train.bin"],
            TestFile = "test.bin",
            Labels = [20, 100],
            Label = spec => spec is Cifar100Data { Labels: Cifar100Labels.Coarse } ? 0 : 1,
        }.Read,
        Mirrors = [new("https://www.cs.toronto.edu/~kriz/")],
        Files =
        [
            new() { Name = "cifar-100-binary.tar.gz", Unpacked = "cifar-100-binary", Md5 = "03b5dce01913d631647c71ecec9e9cb8", Bytes = 168_513_733 },
        ],
    };

    /// <summary>Every data set that can be fetched.</summary>
    public static IReadOnlyList<OfficialData> All { get; } = [Mnist, FashionMnist, Kmnist, Cifar10, Cifar100];
}
