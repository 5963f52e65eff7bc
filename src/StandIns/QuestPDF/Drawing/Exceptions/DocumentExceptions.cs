namespace QuestPDF.Drawing.Exceptions;

/// <summary>The document is put together in a way that has no meaning.</summary>
internal sealed class DocumentComposeException(string message) : Exception(message);

/// <summary>A part of the document cannot be drawn.</summary>
public sealed class DocumentDrawingException : Exception
{
    internal DocumentDrawingException(string message)
        : base(message)
    {
    }
}

/// <summary>A part of the document does not fit on a page of its own.</summary>
public sealed class DocumentLayoutException : Exception
{
    internal DocumentLayoutException(string message)
        : base(message)
    {
    }
}
