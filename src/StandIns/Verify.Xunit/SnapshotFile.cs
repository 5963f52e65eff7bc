using System.Collections.Concurrent;
using System.Reflection;

namespace VerifyTests;

/// <summary>The two files of one snapshot: the accepted text and, after a failure, the text received instead.</summary>
/// <param name="Directory">Absolute path of the directory both lie in.</param>
/// <param name="Prefix">The name up to <c>.verified</c> or <c>.received</c>.</param>
internal sealed record SnapshotFile(string Directory, string Prefix)
{
    private static readonly ConcurrentDictionary<string, MethodInfo> Taken = new();

    public string VerifiedName => $"{Prefix}.verified.txt";

    public string ReceivedName => $"{Prefix}.received.txt";

    public string Verified => Path.Combine(Directory, VerifiedName);

    public string Received => Path.Combine(Directory, ReceivedName);

    /// <summary>The files of one verification in <paramref name="test"/>, whose source file is <paramref name="sourceFile"/>.</summary>
    /// <exception cref="InvalidOperationException">Another verification of this process has the same name.</exception>
    public static SnapshotFile Of(MethodInfo test, VerifySettings settings, string sourceFile)
    {
        var directory = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(sourceFile)!, settings.Directory ?? ""));
        var type = test.ReflectedType!;
        var typeName = type.IsNested ? $"{type.ReflectedType!.Name}.{type.Name}" : type.Name;
        var prefix = settings.FileName ?? $"{typeName}.{test.Name}";

        // Two verifications that share a file would each delete or overwrite what the other left.
        if (!Taken.TryAdd(Path.Combine(directory, prefix), test))
        {
            throw new InvalidOperationException(
                $"Two verifications have the same snapshot name, {prefix}, in {directory}. Tell them apart with UseFileName or UseDirectory.");
        }

        return new SnapshotFile(directory, prefix);
    }
}
