using QuestPDF.Drawing.Exceptions;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Layout;

/// <summary>A part of the layout. Elements do not change while they are laid out: what is left over is another element.</summary>
internal abstract class Element
{
    /// <summary>As much of the element as the space holds, or <c>null</c> when nothing of it does.</summary>
    /// <remarks>The space is the width and height that are free, in points.</remarks>
    public abstract Piece? Place(SKSize space, PageContext context);
}

internal sealed class Nothing : Element
{
    public static Nothing Instance { get; } = new();

    public override Piece? Place(SKSize space, PageContext context) => Piece.Empty;
}

/// <summary>An element around one other element; by itself it changes nothing.</summary>
internal class Container : Element, IContainer
{
    public Element? Child { get; set; }

    public override Piece? Place(SKSize space, PageContext context) => PlaceChild(space, context);

    protected Piece? PlaceChild(SKSize space, PageContext context) => Child is null ? Piece.Empty : Child.Place(space, context);

    /// <summary>The same container around what is left of its child.</summary>
    protected Element? Around(Element? rest)
    {
        if (rest is null)
            return null;
        var copy = (Container)MemberwiseClone();
        copy.Child = rest;
        return copy;
    }
}

/// <summary>Fills containers.</summary>
internal static class Containers
{
    public static T Hold<T>(this IContainer parent, T child)
        where T : Element
    {
        var container = (Container)parent;
        if (container.Child is { } other)
        {
            throw new DocumentComposeException(
                $"a container holds one element: expected an empty one for {typeof(T).Name}, got one with {other.GetType().Name}");
        }
        container.Child = child;
        return child;
    }

    /// <summary>The container itself when it is of the kind asked for, so that settings of one kind gather in one element.</summary>
    public static IContainer Merge<T>(this IContainer parent, Action<T> set)
        where T : Container, new()
    {
        var element = parent as T ?? parent.Hold(new T());
        set(element);
        return element;
    }
}
