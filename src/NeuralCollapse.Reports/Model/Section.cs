namespace NeuralCollapse.Reports;

/// <summary>A step of the argument.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What it says, in order; at least one.</param>
internal sealed record Section(string Title, IReadOnlyList<Block> Blocks);

/// <summary>A paragraph, a table or a figure.</summary>
internal abstract record Block
{
    public sealed record Passage(Sentence Sentence) : Block;

    public sealed record Tabulation(Table Table) : Block;

    public sealed record Illustration(Numbered<Figure> Figure) : Block;
}
