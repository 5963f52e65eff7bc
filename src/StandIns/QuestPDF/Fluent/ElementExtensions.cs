using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using QuestPDF.Layout;

namespace QuestPDF.Fluent;

public static class ElementExtensions
{
    /// <summary>Never breaks the content: it goes on the next page when it does not fit.</summary>
    public static IContainer ShowEntire(this IContainer element) => element.Hold(new ShowEntire());

    /// <summary>Puts content that would be broken on the next page when less than this height is left.</summary>
    /// <remarks>In points.</remarks>
    public static IContainer EnsureSpace(this IContainer element, float minHeight = 150) =>
        element.Hold(new EnsureSpace { Height = minHeight });

    /// <summary>Goes on with the next page.</summary>
    public static void PageBreak(this IContainer element) => element.Hold(new PageBreak());

    /// <summary>Makes a place that links and page numbers can refer to.</summary>
    public static IContainer Section(this IContainer element, string sectionName) =>
        element.Hold(new SectionStart { Name = sectionName });

    /// <summary>Leads to a section when it is clicked.</summary>
    public static IContainer SectionLink(this IContainer element, string sectionName) =>
        element.Hold(new Linked { Section = sectionName });
}

public static class ComponentExtensions
{
    /// <summary>Fills the container with a component.</summary>
    public static void Component<T>(this IContainer element, T component)
        where T : IComponent => component.Compose(element.Hold(new Container()));
}
