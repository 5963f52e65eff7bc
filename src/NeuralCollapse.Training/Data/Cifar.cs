using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>
/// CIFAR (Krizhevsky 2009) in its binary format: files of records, each one byte for every kind of label, then 3 x 32 x 32 pixels. Read
/// from the unpacked folder where there is one, else from the archive itself.
/// </summary>
internal sealed record CifarDataSet
{
    /// <summary>Files of training images, equally many in each.</summary>
    public required IReadOnlyList<string> TrainFiles { get; init; }

    public required string TestFile { get; init; }

    /// <summary>For each label byte of a record, how many classes it tells apart, the coarsest first.</summary>
    public required IReadOnlyList<int> Labels { get; init; }

    /// <summary>Which label byte is the class that a spec asks for.</summary>
    public Func<OfficialImages, int> Label { get; init; } = _ => 0;

    private IReadOnlyList<string> Names => [.. TrainFiles, TestFile];

    /// <summary>Reads the first images of both splits and checks the files whole.</summary>
    /// <exception cref="UserErrorException">A file is missing, damaged or another one.</exception>
    public DataSet Read(OfficialData official, OfficialImages spec, string folder)
    {
        var label = Label(spec);
        var train = new CifarFile { Records = official.Whole.Train / TrainFiles.Count, Classes = Labels, Label = label };
        ImageSet Part(DataContent content, string name) => name == TestFile
            ? (train with { Records = official.Whole.Test }).Read(content, spec.Test)
            : train.Read(content, Math.Clamp(spec.Train - (TrainFiles.TakeWhile(other => other != name).Count() * train.Records), 0, train.Records));

        var archive = official.Files[0];
        var parts = official.Find(folder, archive.Unpacked) is { } unpacked ? FromFolder(unpacked, archive, Part)
            : official.Find(folder, archive.Name) is { } path ? FromArchive(path, archive, Part)
            : throw official.Incomplete(folder);
        return new()
        {
            ClassNames = DataSet.Numbered(Labels[label]),
            Train = ImageSet.Joined([.. TrainFiles.Select(name => parts[name])]),
            Test = parts[TestFile],
        };
    }

    private Dictionary<string, ImageSet> FromFolder(string folder, OfficialFile archive, Func<DataContent, string, ImageSet> read)
    {
        RefuseMissing(folder, archive, Names.Where(name => !File.Exists(Path.Combine(folder, name))));
        return Names.ToDictionary(name => name, name =>
        {
            using var content = DataContent.Open(Path.Combine(folder, name));
            return read(content, name);
        });
    }

    private Dictionary<string, ImageSet> FromArchive(string path, OfficialFile archive, Func<DataContent, string, ImageSet> read)
    {
        archive.RefuseOther(path);
        var parts = new Dictionary<string, ImageSet>();
        foreach (var (entry, content) in DataContent.Unpack(path))
        {
            using (content)
            {
                if (Names.FirstOrDefault(name => entry == $"{archive.Unpacked}/{name}") is { } name)
                    parts[name] = read(content, name);
            }
        }

        RefuseMissing(path, archive, Names.Where(name => !parts.ContainsKey(name)));
        return parts;
    }

    private void RefuseMissing(string place, OfficialFile archive, IEnumerable<string> missing)
    {
        if (missing.Any())
        {
            throw new UserErrorException(
                $"{place}: expected {string.Join(", ", Names)}, got no {string.Join(", ", missing)}\n" +
                $"  remedy: remove it and download {archive.Name} again");
        }
    }
}

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
    /// <exception cref="UserErrorException">It ends inside a record, goes on after the last, or has a label out of range.</exception>
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
