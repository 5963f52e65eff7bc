using QuestPDF.Layout;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>How wide an item of a row or a column of a table is: a width in points, or a share of the width that those leave.</summary>
internal sealed record Breadth(float Constant, float Share)
{
    /// <summary>Widths are sums of rounded numbers, so they may differ by so much, in points.</summary>
    private const float Slack = 0.01f;

    /// <summary>The widths in points of all that stand side by side, or <c>null</c> when they need more than there is.</summary>
    public static IReadOnlyList<float>? Widths(IReadOnlyList<Breadth> all, SKSize space, string what, PageContext context)
    {
        var free = space.Width - all.Sum(breadth => breadth.Constant);
        if (free < -Slack)
        {
            context.Refuse(FormattableString.Invariant($"{what} needs {space.Width - free:0.#} pt of width, has {space.Width:0.#} pt"));
            return null;
        }
        var shares = all.Sum(breadth => breadth.Share);
        var share = shares > 0 ? Math.Max(0, free) / shares : 0;
        return [.. all.Select(breadth => breadth.Constant + (share * breadth.Share))];
    }
}
