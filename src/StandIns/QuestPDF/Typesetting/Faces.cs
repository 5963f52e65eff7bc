using QuestPDF.Infrastructure;

namespace QuestPDF.Typesetting;

/// <summary>The faces of one document: each is made once.</summary>
internal sealed class Faces : IDisposable
{
    private readonly Dictionary<TextStyle, Face> faces = [];

    public Face For(TextStyle style)
    {
        if (!faces.TryGetValue(style, out var face))
            faces.Add(style, face = new Face(style));
        return face;
    }

    public void Dispose()
    {
        foreach (var face in faces.Values)
            face.Dispose();
    }
}
