using System.Collections.Concurrent;
using System.Reflection;

namespace VerifyTests;

/// <summary>The two files of one snapshot: the accepted text and, after a failure, the text received instead.</summary>
/// <param name="Directory">Absolute path of the directory both lie in.</param>
/// <param name="Prefix">The name up to <c>.verified</c> or <c>.received</c>.</param>
/// <param name="Extension">The extension without a dot.</param>
internal sealed record SnapshotFile(string Directory, string Prefix, string Extension)
{
    private static readonly ConcurrentDictionary<string, MethodInfo> Taken = new();

    public string VerifiedName => $"{Prefix}.verified.{Extension}";

    public string ReceivedName => $"{Prefix}.received.{Extension}";

    public string Verified => Path.Combine(Directory, VerifiedName);

    public string Received => Path.Combine(Directory, ReceivedName);

    /// <summary>The files of one verification in <paramref name="test"/>, whose source file is <paramref name="sourceFile"/>.</summary>
    /// <exception cref="InvalidOperationException">Another verification of this process has the same name.</exception>
    public static SnapshotFile Of(MethodInfo test, VerifySettings settings, string sourceFile, string extension)
    {
        var beside = Path.GetDirectoryName(sourceFile)!;
        var directory = settings.Directory is null ? beside : Path.GetFullPath(Path.Combine(beside, settings.Directory));
        var type = test.ReflectedType!;
        var typeName = type.IsNested ? $"{type.ReflectedType!.Name}.{type.Name}" : type.Name;
        var prefix = settings.FileName ?? $"{typeName}.{test.Name}{ParameterText.Of(test, settings.Parameters)}";

        // Two verifications that share a file would each delete or overwrite what the other left.
        if (!Taken.TryAdd(Path.Combine(directory, prefix), test))
            throw new InvalidOperationException(
                $"Two verifications have the same snapshot name, {prefix}, in {directory}. " +
                "Tell them apart with UseParameters, UseFileName or UseDirectory.");
        return new SnapshotFile(directory, prefix, extension);
    }
}
