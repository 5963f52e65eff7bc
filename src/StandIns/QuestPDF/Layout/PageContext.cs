using QuestPDF.Infrastructure;
using QuestPDF.Typesetting;

namespace QuestPDF.Layout;

/// <summary>What an element may know about the page it is laid out on.</summary>
/// <remarks>The refusals tell who did not fit; the last one is to blame when a page stays empty.</remarks>
internal sealed record PageContext(int Page, Pagination Assumed, TextStyle Style, Faces Faces, Stack<string> Refusals)
{
    /// <summary>Says that an element does not fit.</summary>
    public Piece? Refuse(string reason)
    {
        Refusals.Push(reason);
        return null;
    }
}
