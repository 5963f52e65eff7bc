using QuestPDF.Drawing.Exceptions;

namespace QuestPDF.Layout;

/// <summary>On which page everything is; found by one rendering, assumed by the next.</summary>
internal sealed class Pagination
{
    private readonly Dictionary<string, int> sectionStarts = [];

    public int TotalPages { get; set; }

    public void Begin(string section, int page) => sectionStarts.TryAdd(section, page);

    public int StartOf(string section) => sectionStarts.TryGetValue(section, out var page) || TotalPages == 0
        ? page
        : throw new DocumentComposeException(
            $"expected the name of a section, got '{section}'; the document has {string.Join(", ", sectionStarts.Keys)}");

    public bool Agrees(Pagination other) => TotalPages == other.TotalPages
        && sectionStarts.Count == other.sectionStarts.Count
        && sectionStarts.All(start => other.sectionStarts.TryGetValue(start.Key, out var page) && page == start.Value);
}
