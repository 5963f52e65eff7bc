using QuestPDF.Drawing.Exceptions;
using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using QuestPDF.Typesetting;

namespace QuestPDF.Fluent;

public static class ElementExtensions
{
    /// <summary>Hands the container to a method that fills it.</summary>
    public static void Element(this IContainer parent, Action<IContainer> handler) => handler(parent.Hold(new Layout.Container()));

    /// <summary>Hands the container to a method that styles it.</summary>
    public static IContainer Element(this IContainer parent, Func<IContainer, IContainer> handler) =>
        handler(parent.Hold(new Layout.Container()));

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
        element.Hold(new Linked { Link = new Link(sectionName, Inside: true) });

    /// <summary>Leads to an address when it is clicked.</summary>
    public static IContainer Hyperlink(this IContainer element, string url) =>
        element.Hold(new Linked { Link = new Link(url, Inside: false) });

    /// <summary>Changes the style of all text inside.</summary>
    public static IContainer DefaultTextStyle(this IContainer element, Func<TextStyle, TextStyle> handler) =>
        element.Hold(new Styled { Style = handler(TextStyle.Default) });

    internal static T Hold<T>(this IContainer parent, T child)
        where T : IElement
    {
        if (parent.Child is not null)
        {
            throw new DocumentComposeException(
                $"a container holds one element: expected an empty one for {typeof(T).Name}, got one with {parent.Child.GetType().Name}");
        }
        parent.Child = child;
        return child;
    }

    /// <summary>The container itself when it is of the kind asked for, so that settings of one kind gather in one element.</summary>
    internal static IContainer Merge<T>(this IContainer parent, Action<T> set)
        where T : Layout.Container, new()
    {
        var element = parent as T ?? parent.Hold(new T());
        set(element);
        return element;
    }
}
