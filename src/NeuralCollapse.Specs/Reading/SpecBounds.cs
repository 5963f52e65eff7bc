namespace NeuralCollapse.Specs;

/// <summary>How large a spec may be: far beyond any that somebody would read, and little enough to be refused in a moment.</summary>
internal static class SpecBounds
{
    /// <summary>Of a spec file.</summary>
    public const int Bytes = 1 << 20;

    /// <summary>Keys and values.</summary>
    public const int Nodes = 20_000;

    /// <summary>Lists and maps inside each other.</summary>
    public const int Depth = 32;

    /// <summary>Points of the matrix at all seeds.</summary>
    public const int Cells = 10_000;

    /// <summary>Values that the ranges of a list stand for.</summary>
    public const int Values = 100_001;

    /// <summary>Characters of a text that has no bound of its own.</summary>
    public const int Text = 4_000;

    /// <summary>Errors of a file that are told.</summary>
    public const int Errors = 50;
}
