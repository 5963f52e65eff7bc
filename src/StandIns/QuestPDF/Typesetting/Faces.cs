using QuestPDF.Infrastructure;

namespace QuestPDF.Typesetting;

/// <summary>The faces of one document: each is made once.</summary>
internal sealed class Faces : IDisposable
{
    private readonly Dictionary<(TextStyle Style, bool InDrawing), Face> faces = [];

    public Face For(TextStyle style, bool inDrawing = false)
    {
        if (!faces.TryGetValue((style, inDrawing), out var face))
            faces.Add((style, inDrawing), face = new Face(style, inDrawing));
        return face;
    }

    public void Dispose()
    {
        foreach (var face in faces.Values)
            face.Dispose();
    }
}
