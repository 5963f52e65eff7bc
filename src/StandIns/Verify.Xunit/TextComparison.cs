using System.Text;
using DiffEngine;

namespace VerifyTests;

/// <summary>Compares a received text with its snapshot file and leaves the received text beside it when they differ.</summary>
internal static class TextComparison
{
    /// <exception cref="VerifyException">The snapshot is missing, differs, or has carriage returns.</exception>
    public static async Task Run(SnapshotFile file, string? target, bool diffEnabled)
    {
        var received = Normalised(target);
        Directory.CreateDirectory(file.Directory);
        File.Delete(file.Received);
        var verified = await Accepted(file.Verified);
        if (received == verified)
            return;

        await File.WriteAllTextAsync(file.Received, received, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        if (diffEnabled && !BuildServerDetector.Detected)
            await DiffRunner.LaunchForTextAsync(file.Received, file.Verified);
        throw new VerifyException(MismatchMessage.Of(file, received, verified));
    }

    // The words keep an empty file for one meaning: no snapshot has been accepted yet.
    private static string Normalised(string? target) => target switch
    {
        null => "null",
        "" => "emptyString",
        _ => target.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'),
    };

    private static async Task<string?> Accepted(string path)
    {
        if (!File.Exists(path))
            return null;
        var text = await File.ReadAllTextAsync(path);
        if (text.Contains('\r', StringComparison.Ordinal))
            throw new VerifyException(MismatchMessage.CarriageReturn(path));
        // Diff tools create an empty file to compare a new snapshot with.
        return text.Length == 0 ? null : text;
    }
}
