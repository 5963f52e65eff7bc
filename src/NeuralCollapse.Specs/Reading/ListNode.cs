namespace NeuralCollapse.Specs;

/// <summary>A list of values.</summary>
internal sealed class ListNode(int line, int column, string path, IReadOnlyList<Node> items) : Node(line, column, path)
{
    public IReadOnlyList<Node> Items { get; } = items;

    public override string Description => Items.Count == 0 ? "an empty list" : "a list";
}
