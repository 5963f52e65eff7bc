using System.Runtime.CompilerServices;
using VerifyTests;

namespace VerifyXunit;

/// <summary>Compares text with the snapshot file that belongs to the running test.</summary>
public static class Verifier
{
    /// <summary>Compares <paramref name="target"/> with the test's <c>.verified.txt</c> file.</summary>
    /// <param name="target">The text; null is verified as the word <c>null</c>, an empty text as <c>emptyString</c>.</param>
    /// <param name="settings">Where and under what name the snapshot lies; null means beside the test, named after it.</param>
    /// <param name="sourceFile">Filled in by the compiler: the path of the test's source file.</param>
    public static SettingsTask Verify(string? target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
        Verify(target, "txt", settings, sourceFile);

    /// <summary>Compares <paramref name="target"/> with the test's <c>.verified.{extension}</c> file.</summary>
    /// <param name="target">The text; null is verified as the word <c>null</c>, an empty text as <c>emptyString</c>.</param>
    /// <param name="extension">The extension of the snapshot file, without a dot: <c>json</c>.</param>
    /// <param name="settings">Where and under what name the snapshot lies; null means beside the test, named after it.</param>
    /// <param name="sourceFile">Filled in by the compiler: the path of the test's source file.</param>
    /// <exception cref="ArgumentException">The extension is empty or starts with a dot.</exception>
    public static SettingsTask Verify(
        string? target, string extension, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "")
    {
        if (extension.Length == 0 || extension[0] == '.')
            throw new ArgumentException($"Expected an extension without a dot, such as json; got '{extension}'.", nameof(extension));
        return new SettingsTask(settings, async chosen =>
        {
            var file = SnapshotFile.Of(UseVerifyAttribute.GetMethod(), chosen, sourceFile, extension);
            await TextComparison.Run(file, target, chosen.DiffEnabled);
            return new VerifyResult();
        });
    }
}
