using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>A training and a test split of images of one shape.</summary>
public sealed record DataSet
{
    /// <summary>Where the kinds of data come from that are not published as files of their own; the others have a row of <see cref="OfficialData"/>.</summary>
    private static readonly Dictionary<Type, Func<DataSpec, string, DataSet>> Sources = new()
    {
        [typeof(GlyphsData)] = (spec, _) => Glyphs.Draw((GlyphsData)spec),
        [typeof(ImageFolderData)] = (spec, folder) => ImageFolder.Read((ImageFolderData)spec, folder),
    };

    public required ImageSet Train { get; init; }

    public required ImageSet Test { get; init; }

    /// <summary>Images held out from training; null for none.</summary>
    public ImageSet? Validation { get; init; }

    /// <summary>Names of the classes by label: of folders where the classes are folders, else the labels. All that the data set has, whatever part is used.</summary>
    public required IReadOnlyList<string> ClassNames { get; init; }

    /// <summary>Number of classes, C.</summary>
    public int Classes => ClassNames.Count;

    /// <summary>Per-channel mean and standard deviation of the training pixels; both splits are normalised by them.</summary>
    public ChannelStatistics Statistics => ChannelStatistics.Of(Train);

    /// <summary>SHA-256 of all that a cell has of it, in lower-case hexadecimal digits: names of the classes, shape, labels and pixels of each split. Wherever the same images come from, archive or folder, it is the same.</summary>
    public string ContentHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\0', ClassNames)));
        foreach (var split in new[] { Train, Validation, Test }.OfType<ImageSet>())
        {
            hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"\n{split.Count} x {split.Shape}\n{string.Join(' ', split.Labels)}\n")));
            hash.AppendData(split.Pixels);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Draws or reads the data set of a spec.</summary>
    /// <param name="spec">Which data set, and how much of it.</param>
    /// <param name="folder">Where downloaded data sets lie, one folder each.</param>
    /// <exception cref="UserErrorException">
    /// A file is missing or not what it should be, or a class has no training image: it would have no mean to collapse to.
    /// </exception>
    public static DataSet Load(DataSpec spec, string folder)
    {
        var set = LoadSplit(spec, folder);
        var present = set.Train.Labels.ToHashSet();
        var missing = set.ClassNames.Where((_, label) => !present.Contains(label)).ToList();
        return missing.Count == 0 ? set : throw new UserErrorException(
            FormattableString.Invariant($"data.train: expected training images of each of the {set.Classes} classes, got {spec.Train}, and none of ") +
            $"{(missing.Count == 1 ? "class" : "the classes")} {string.Join(", ", missing)}\n  remedy: use more training images");
    }

    private static DataSet Official(DataSpec spec, string folder) => OfficialData.Of((OfficialImages)spec).Read((OfficialImages)spec, folder);

    /// <summary>The labels as names.</summary>
    internal static IReadOnlyList<string> Numbered(int classes) =>
        [.. Enumerable.Range(0, classes).Select(label => label.ToString(CultureInfo.InvariantCulture))];

    private static DataSet LoadSplit(DataSpec spec, string folder)
    {
        if (spec.Validation == 0)
            return LoadWhole(spec, folder);
        var whole = LoadWhole(spec with { Train = spec.Train + spec.Validation }, folder);
        var (train, validation) = whole.Train.SplitAt(spec.Train);
        return whole with { Train = train, Validation = validation };
    }

    private static DataSet LoadWhole(DataSpec spec, string folder) => Sources.GetValueOrDefault(spec.GetType(), Official)(spec, folder);
}
