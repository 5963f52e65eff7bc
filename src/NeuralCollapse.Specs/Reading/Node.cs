namespace NeuralCollapse.Specs;

/// <summary>A value as it stands in a spec file: it knows its place, so that a mistake found much later still points at it.</summary>
/// <param name="line">Line of its first character, from 1.</param>
/// <param name="column">Column of its first character, from 1.</param>
/// <param name="path">Keys and indices that lead to it in the file, such as <c>matrix.loss[1].gamma</c>; empty for the whole file.</param>
internal abstract class Node(int line, int column, string path)
{
    public int Line { get; } = line;

    public int Column { get; } = column;

    public string Path { get; } = path;

    /// <summary>What stands there, for the "got" of a message.</summary>
    public abstract string Description { get; }

    public string PathOf(string key) => Path.Length == 0 ? key : $"{Path}.{key}";
}
