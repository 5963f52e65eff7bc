using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>
/// CIFAR (Krizhevsky 2009) in its binary format: files of records, each one byte for every kind of label, then 3 x 32 x 32 pixels. Read
/// from the unpacked folder where there is one, else from the archive itself.
/// </summary>
internal sealed record CifarDataSet
{
    public static readonly CifarDataSet Cifar10 = new()
    {
        Official = OfficialData.Cifar10,
        TrainFiles = ["data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin"],
        TestFile = "test_batch.bin",
        TrainFile = new() { Records = 10_000, Classes = [10], Label = 0 },
        TestRecords = 10_000,
    };

    public required OfficialData Official { get; init; }

    public required IReadOnlyList<string> TrainFiles { get; init; }

    public required string TestFile { get; init; }

    /// <summary>What every training file holds.</summary>
    public required CifarFile TrainFile { get; init; }

    public required int TestRecords { get; init; }

    /// <summary>The folder inside the archive.</summary>
    private string Folder => Official.Files[0].Unpacked;

    private IReadOnlyList<string> Names => [.. TrainFiles, TestFile];

    public static CifarDataSet Cifar100(Cifar100Labels labels) => new()
    {
        Official = OfficialData.Cifar100,
        TrainFiles = ["train.bin"],
        TestFile = "test.bin",
        TrainFile = new() { Records = 50_000, Classes = [20, 100], Label = labels == Cifar100Labels.Coarse ? 0 : 1 },
        TestRecords = 10_000,
    };

    /// <summary>Reads the first images of both splits and checks the files whole.</summary>
    /// <exception cref="UserMistakeException">A file is missing, damaged or another one.</exception>
    public DataSet Read(DataSpec spec, string folder)
    {
        var parts = Official.Find(folder, Folder) is { } unpacked ? FromFolder(unpacked, spec)
            : Official.Find(folder, Official.Files[0].Name) is { } archive ? FromArchive(archive, spec)
            : throw Official.Incomplete(folder);
        return new()
        {
            ClassNames = DataSet.Numbered(TrainFile.Classes[TrainFile.Label]),
            Train = ImageSet.Joined([.. TrainFiles.Select(name => parts[name])]),
            Test = parts[TestFile],
        };
    }

    private Dictionary<string, ImageSet> FromFolder(string folder, DataSpec spec)
    {
        RefuseMissing(folder, Names.Where(name => !File.Exists(Path.Combine(folder, name))));
        return Names.ToDictionary(name => name, name =>
        {
            using var content = DataContent.Open(Path.Combine(folder, name));
            return Read(content, name, spec);
        });
    }

    private Dictionary<string, ImageSet> FromArchive(string archive, DataSpec spec)
    {
        Official.Files[0].RefuseOther(archive);
        var parts = new Dictionary<string, ImageSet>();
        foreach (var (entry, content) in DataContent.Unpack(archive))
        {
            using (content)
            {
                if (Names.FirstOrDefault(name => entry == $"{Folder}/{name}") is { } name)
                    parts[name] = Read(content, name, spec);
            }
        }

        RefuseMissing(archive, Names.Where(name => !parts.ContainsKey(name)));
        return parts;
    }

    private ImageSet Read(DataContent content, string name, DataSpec spec)
    {
        if (name == TestFile)
            return (TrainFile with { Records = TestRecords }).Read(content, spec.Test);
        var before = TrainFiles.TakeWhile(other => other != name).Count() * TrainFile.Records;
        return TrainFile.Read(content, Math.Clamp(spec.Train - before, 0, TrainFile.Records));
    }

    private void RefuseMissing(string place, IEnumerable<string> missing)
    {
        if (missing.Any())
        {
            throw new UserMistakeException(
                $"{place}: expected {string.Join(", ", Names)}, got no {string.Join(", ", missing)}\n" +
                $"  remedy: remove it and download {Official.Files[0].Name} again");
        }
    }
}
