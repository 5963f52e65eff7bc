using System.Text;

namespace VerifyTests;

/// <summary>The messages of a failed verification. Their shape is a contract: tools read the file names from it.</summary>
internal static class MismatchMessage
{
    /// <param name="file">The snapshot's files.</param>
    /// <param name="received">The text received.</param>
    /// <param name="verified">The accepted text; null when there is none yet.</param>
    public static string Of(SnapshotFile file, string received, string? verified)
    {
        var category = verified is null ? "New" : "NotEqual";
        var message = new StringBuilder()
            .Append($"Directory: {file.Directory}\n{category}:\n")
            .Append($"  - Received: {file.ReceivedName}\n    Verified: {file.VerifiedName}\n")
            .Append($"\nFileContent:\n\n{category}:\n\nReceived: {file.ReceivedName}\n{received}\n");
        if (verified is not null)
            message.Append($"Verified: {file.VerifiedName}\n{verified}\n");
        return message.Append('\n').ToString();
    }

    public static string CarriageReturn(string path) =>
        $"""
        Expected \n line endings in a verified file, but found \r (carriage return).
        Path: {path}
        Usually git wrote it that way on checkout. Add to .gitattributes:
          *.verified.txt text eol=lf working-tree-encoding=UTF-8
        and check the file out again: git rm --cached -r . && git reset --hard
        """;
}
