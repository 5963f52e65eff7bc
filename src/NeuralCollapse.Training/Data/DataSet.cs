using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>A training and a test split of images of one shape.</summary>
public sealed record DataSet
{
    public required ImageSet Train { get; init; }

    public required ImageSet Test { get; init; }

    /// <summary>Images held out from training; null for none.</summary>
    public ImageSet? Validation { get; init; }

    /// <summary>Number of classes: one more than the largest training label.</summary>
    public int Classes => Train.Labels.Max() + 1;

    /// <summary>Per-channel mean and standard deviation of the training pixels; both splits are normalised by them.</summary>
    public ChannelStatistics Statistics => ChannelStatistics.Of(Train);

    /// <summary>Draws or reads the data set of a spec.</summary>
    /// <param name="spec">Which data set, and how much of it.</param>
    /// <param name="folder">Where downloaded data sets lie, one folder each.</param>
    /// <exception cref="UserMistakeException">A file is missing or not what it should be.</exception>
    public static DataSet Load(DataSpec spec, string folder)
    {
        if (spec.Validation == 0)
            return LoadWhole(spec, folder);
        var whole = LoadWhole(spec with { Train = spec.Train + spec.Validation }, folder);
        var (train, validation) = whole.Train.SplitAt(spec.Train);
        return whole with { Train = train, Validation = validation };
    }

    private static DataSet LoadWhole(DataSpec spec, string folder) => spec switch
    {
        GlyphsData glyphs => Glyphs.Draw(glyphs),
        MnistData => IdxDataSet.Mnist.Read(spec, folder),
        FashionMnistData => IdxDataSet.FashionMnist.Read(spec, folder),
        Cifar10Data => CifarDataSet.Cifar10.Read(spec, folder),
        Cifar100Data cifar => CifarDataSet.Cifar100(cifar.Labels).Read(spec, folder),
        ImageFolderData images => ImageFolder.Read(images, folder),
        _ => throw new NotSupportedException($"no data set for {spec.GetType().Name}"),
    };
}
