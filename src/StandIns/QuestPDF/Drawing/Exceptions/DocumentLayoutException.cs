namespace QuestPDF.Drawing.Exceptions;

/// <summary>A part of the document does not fit on a page of its own.</summary>
public sealed class DocumentLayoutException : Exception
{
    internal DocumentLayoutException(string message)
        : base(message)
    {
    }
}
