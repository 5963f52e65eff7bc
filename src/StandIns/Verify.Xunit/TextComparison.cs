using System.Text;

namespace VerifyTests;

/// <summary>Compares a received text with its snapshot file and leaves the received text beside it when they differ.</summary>
internal static class TextComparison
{
    /// <exception cref="VerifyException">The snapshot is missing, differs, or has carriage returns.</exception>
    public static async Task Run(SnapshotFile file, string? target)
    {
        var received = Normalised(target);
        Directory.CreateDirectory(file.Directory);
        File.Delete(file.Received);
        var verified = File.Exists(file.Verified) ? await File.ReadAllTextAsync(file.Verified) : null;
        if (verified is not null && verified.Contains('\r', StringComparison.Ordinal))
            throw new VerifyException(MismatchMessage.CarriageReturn(file.Verified));
        if (received == verified)
            return;

        await File.WriteAllTextAsync(file.Received, received, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        throw new VerifyException(MismatchMessage.Of(file, received, verified));
    }

    private static string Normalised(string? target) => target switch
    {
        null => "null",
        "" => "emptyString",
        _ => target.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'),
    };
}
