namespace QuestPDF.Drawing.Exceptions;

/// <summary>The document is put together in a way that has no meaning.</summary>
public sealed class DocumentComposeException : Exception
{
    internal DocumentComposeException(string message)
        : base(message)
    {
    }
}
