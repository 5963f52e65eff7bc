using System.Buffers.Binary;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>A data set of four IDX files: images and labels for training and test, each compressed or not.</summary>
internal static class IdxDataSet
{
    /// <summary>Reads the first images of both splits and checks the files whole.</summary>
    /// <param name="official">The files: training images and labels, test images and labels.</param>
    /// <param name="spec">How many images are wanted.</param>
    /// <param name="folder">Where data sets lie.</param>
    /// <exception cref="UserErrorException">A file is missing, damaged or another one.</exception>
    public static DataSet Read(OfficialData official, OfficialImages spec, string folder)
    {
        if (official.Missing(folder).Count > 0)
            throw official.Incomplete(folder);
        var set = new DataSet
        {
            ClassNames = DataSet.Numbered(official.Whole.Classes),
            Train = Read(official, folder, 0, official.Whole.Train, spec.Train),
            Test = Read(official, folder, 2, official.Whole.Test, spec.Test),
        };
        return set.Test.Shape == set.Train.Shape
            ? set
            : throw new UserErrorException($"{Path(official, folder, official.Files[2])}: expected images of {set.Train.Shape}, as in training, got {set.Test.Shape}\n  remedy: download both files again");
    }

    private static ImageSet Read(OfficialData official, string folder, int first, int items, int wanted)
    {
        var (images, labels) = (official.Files[first], official.Files[first + 1]);
        var (size, pixels) = IdxFile.Read(Path(official, folder, images)!, images, dimensions: 3, items, wanted);
        var path = Path(official, folder, labels)!;
        var (_, classes) = IdxFile.Read(path, labels, dimensions: 1, items, items);
        var outside = Array.FindIndex(classes, label => label >= official.Whole.Classes);
        if (outside >= 0)
        {
            throw new UserErrorException(FormattableString.Invariant(
                $"{path}: byte {8 + outside}: expected a label from 0 to {official.Whole.Classes - 1}, got {classes[outside]}\n") +
                "  remedy: remove the file and download it again");
        }

        return new() { Pixels = pixels, Labels = [.. classes.Take(wanted).Select(label => (int)label)], Shape = new(1, size[0], size[1]) };
    }

    private static string? Path(OfficialData official, string folder, OfficialFile file) => official.Find(folder, file.Name, file.Unpacked);
}

/// <summary>Unsigned bytes in the IDX format: two zero bytes, 0x08, the number of dimensions, big-endian sizes, the data.</summary>
internal static class IdxFile
{
    /// <summary>Values that a file may have: far more than any data set of this format, and not enough to exhaust the memory.</summary>
    private const long MostValues = 1L << 30;

    /// <summary>Reads the first items of an IDX file, compressed or not, and checks all of it.</summary>
    /// <param name="path">The file; compressed when its name ends in <c>.gz</c>.</param>
    /// <param name="official">
    /// What it must be. The checksum of the content decides where it is known; else that of the compressed file, if it is compressed.
    /// </param>
    /// <param name="dimensions">Dimensions of the data: 3 for images, 1 for labels.</param>
    /// <param name="items">Size of the first dimension.</param>
    /// <param name="wanted">How many items to return, at most all.</param>
    /// <returns>The sizes of the dimensions after the first, and the bytes of the items.</returns>
    /// <exception cref="UserErrorException">The file is damaged or another one.</exception>
    public static (int[] ItemShape, byte[] Values) Read(string path, OfficialFile official, int dimensions, int items, int wanted)
    {
        using var content = DataContent.Open(path);
        var shape = ItemShape(content, dimensions, items);
        var size = shape.Aggregate(1L, (product, length) => product * length);
        var values = content.Take((int)(wanted * size), "the data");
        content.Skip((items - wanted) * size, "the rest of the data");
        Check(path, official, content.End());
        return (shape, values);
    }

    private static int[] ItemShape(DataContent content, int dimensions, int items)
    {
        var magic = Convert.ToHexStringLower(content.Take(4, "an IDX header"));
        var expected = $"0000080{dimensions}";
        if (magic != expected)
            throw content.Damaged(0, $"the magic number {expected}, unsigned bytes in {dimensions} dimensions", magic);
        var sizes = content.Take(4 * dimensions, "the sizes of the dimensions");
        long[] shape = [.. Enumerable.Range(0, dimensions).Select(d => (long)BinaryPrimitives.ReadUInt32BigEndian(sizes.AsSpan(4 * d)))];
        if (shape[0] != items)
            throw content.Damaged(4, FormattableString.Invariant($"{items} items"), FormattableString.Invariant($"{shape[0]}"));
        foreach (var (d, size) in shape.Index().Skip(1))
        {
            if (size == 0 || size > MostValues / shape.Take(d).Aggregate(1L, (product, length) => product * length))
                throw content.Damaged(4 + (4 * d), FormattableString.Invariant($"a size, and at most {MostValues} values in all"), FormattableString.Invariant($"{size}"));
        }

        return [.. shape.Skip(1).Select(size => (int)size)];
    }

    private static void Check(string path, OfficialFile official, string sha256)
    {
        if (official.ContentSha256.Length == 0)
        {
            if (path.EndsWith(".gz", StringComparison.Ordinal))
                official.RefuseOther(path);
        }
        else if (sha256 != official.ContentSha256)
        {
            throw OfficialFile.Another(path, $"SHA-256 {official.ContentSha256} decompressed", $"SHA-256 {sha256}");
        }
    }
}
