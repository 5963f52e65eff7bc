namespace NeuralCollapse.Training;

/// <summary>How far a download is.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Bytes">How much of it is here.</param>
/// <param name="Total">How long it is, as the server says; null where it does not.</param>
public readonly record struct Transferred(string File, long Bytes, long? Total);
