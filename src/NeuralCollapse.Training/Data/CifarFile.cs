using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>A file of the CIFAR binary format: records of label bytes and 3 x 32 x 32 pixels.</summary>
internal sealed record CifarFile
{
    public static readonly ImageShape Shape = new(3, 32, 32);

    /// <summary>Images in the file.</summary>
    public required int Records { get; init; }

    /// <summary>For each label byte of a record, how many classes it tells apart.</summary>
    public required IReadOnlyList<int> Classes { get; init; }

    /// <summary>Which label byte is the class.</summary>
    public required int Label { get; init; }

    /// <summary>Reads the first images of a file and checks all of it.</summary>
    /// <exception cref="UserMistakeException">It ends inside a record, goes on after the last, or has a label out of range.</exception>
    public ImageSet Read(DataContent content, int wanted)
    {
        var (labels, pixels) = (new int[wanted], new byte[wanted * Shape.Size]);
        for (var index = 0; index < Records; index++)
        {
            var start = content.Offset;
            var record = content.Take(Classes.Count + Shape.Size, FormattableString.Invariant($"image {index + 1} of {Records}"));
            foreach (var (place, classes) in Classes.Index())
            {
                if (record[place] >= classes)
                    throw content.Damaged(start + place, FormattableString.Invariant($"a label from 0 to {classes - 1}"), FormattableString.Invariant($"{record[place]}"));
            }

            if (index < wanted)
            {
                labels[index] = record[Label];
                record.AsSpan(Classes.Count).CopyTo(pixels.AsSpan(index * Shape.Size));
            }
        }

        content.End();
        return new() { Labels = labels, Pixels = pixels, Shape = Shape };
    }
}
