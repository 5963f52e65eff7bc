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
        new(settings ?? new VerifySettings(), async chosen =>
        {
            await TextComparison.Run(SnapshotFile.Of(UseVerifyAttribute.GetMethod(), chosen, sourceFile), target);
            return new VerifyResult();
        });
}
