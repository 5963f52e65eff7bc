namespace QuestPDF.Drawing.Exceptions;

/// <summary>A part of the document cannot be drawn.</summary>
public sealed class DocumentDrawingException : Exception
{
    internal DocumentDrawingException(string message)
        : base(message)
    {
    }
}
