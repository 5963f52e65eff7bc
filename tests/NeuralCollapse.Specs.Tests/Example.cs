namespace NeuralCollapse.Specs.Tests;

/// <summary>Texts of specs for tests: a valid one, and ways to vary it.</summary>
internal static class Example
{
    public const string Name = "example";

    public const string Loss = "loss: { kind: cross-entropy }\n";

    /// <summary>Valid but for the loss, which tests put at the top or into the matrix.</summary>
    public const string WithoutLoss = """
        name: example
        title: An example
        seeds: [0]
        data: { kind: glyphs, train: 256, test: 128 }
        model: { kind: wide-resnet, depth: 10, width: 1 }
        training:
          epochs: 4
          batch-size: 64
          optimizer: { kind: sgd, learning-rate: 0.1 }
          schedule: { kind: constant }
        measure: { epochs: [1, 4] }

        """;

    /// <summary>What no spec can do without, and nothing else.</summary>
    public const string Least = """
        name: example
        title: An example
        seeds: [0]
        data: { kind: mnist }
        model: { kind: resnet, depth: 18 }
        loss: { kind: cross-entropy }
        training: { epochs: 12 }

        """;

    public const string Valid = WithoutLoss + Loss;

    public static ExperimentSpec Parse(string text) => ExperimentSpec.Parse(text, $"{Name}.yaml");

    public static IReadOnlyList<Cell> Cells(string text) => Parse(text).Expand().Cells;

    /// <summary>The only cell of the valid example after a change of its text.</summary>
    public static Cell Cell(string old = "", string replacement = "")
    {
        Assert.Contains(old, Valid, StringComparison.Ordinal);
        return Assert.Single(Cells(old.Length == 0 ? Valid : Valid.Replace(old, replacement, StringComparison.Ordinal)));
    }

    /// <summary>The labels of the cells of a spec without a loss at the top, completed by this text.</summary>
    public static IEnumerable<string> Labels(string matrix) => Cells(WithoutLoss + matrix).Select(c => c.Label);

    /// <summary>The settings of a cell that is a network's.</summary>
    public static NetworkCell Network(this Cell cell) => (NetworkCell)cell.Spec;

    /// <summary>What is said about a text that is not valid.</summary>
    public static string Message(string text) => Assert.Throws<UserErrorException>(() => Parse(text)).Message;

    /// <summary>The same line by line, without the name of the file and the last line, which counts the errors.</summary>
    public static IEnumerable<string> Errors(string text) => Message(text).Split('\n')[..^1].Select(line => line[$"{Name}.yaml:".Length..]);
}
