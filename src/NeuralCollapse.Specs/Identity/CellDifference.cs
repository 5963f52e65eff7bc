namespace NeuralCollapse.Specs;

/// <summary>A field in which two cells differ.</summary>
/// <param name="Path">Dotted path of the field, such as <c>training.optimizer.learning-rate</c>.</param>
/// <param name="Old">Its old value as text; <see cref="Absent"/> when there was none.</param>
/// <param name="New">Its new value as text; <see cref="Absent"/> when there is none.</param>
public sealed record CellDifference(string Path, string Old, string New)
{
    /// <summary>Stands for the value of a field that one of the two cells does not have, since it is of another kind.</summary>
    public const string Absent = "(absent)";

    public override string ToString() => $"{Path}: {Old} -> {New}";
}
