namespace NeuralCollapse.Specs;

/// <summary>A valid experiment: everything in its file has been read, understood and found to fit together.</summary>
public sealed record ExperimentSpec
{
    internal ExperimentSpec(IReadOnlyList<Point> points) => Points = points;

    /// <summary>Name of the file without its extension, and of the directory of results.</summary>
    public required string Name { get; init; }

    /// <summary>One line, for the report.</summary>
    public required string Title { get; init; }

    /// <summary>What is expected. Empty when the spec does not say.</summary>
    public required string Claim { get; init; }

    /// <summary>Distinct; at least one.</summary>
    public required IReadOnlyList<int> Seeds { get; init; }

    /// <summary>Tolerances by metric name, used across different numerics fingerprints only.</summary>
    public required IReadOnlyDictionary<string, Tolerance> Verify { get; init; }

    /// <summary>What it predicts, and how its results are to be analysed.</summary>
    public required StatedPredictions Stated { get; init; }

    /// <summary>Path of its file; null where it was read from elsewhere.</summary>
    public string? File { get; private init; }

    /// <summary>The points of the matrix in order.</summary>
    internal IReadOnlyList<Point> Points { get; }

    /// <summary>Reads a spec file.</summary>
    /// <exception cref="UserErrorException">When it is not there, with those that are; or with all errors in it.</exception>
    public static ExperimentSpec Load(string path)
    {
        if (!System.IO.File.Exists(path))
            throw ExperimentFiles.Missing(path);

        return Parse(SpecText.Of(InputFile.Read(path, SpecBounds.Bytes), path), path) with { File = path };
    }

    /// <summary>Reads the text of a spec.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="fileName">Name of its file, for messages; the spec must have the name of its file.</param>
    /// <exception cref="UserErrorException">With all errors of the text.</exception>
    public static ExperimentSpec Parse(string text, string fileName) => ExperimentReader.Read(text, fileName);

    /// <summary>Every point of the matrix at every seed.</summary>
    public Plan Expand() => new()
    {
        Name = Name,
        Title = Title,
        Claim = Claim,
        Verify = Verify,
        Stated = Stated,
        File = File,
        Defaults = [.. Points.SelectMany(point => point.Defaults).Distinct()],
        Cells = [.. Points.SelectMany(_ => Seeds, (point, seed) => point.At(seed))],
    };
}
