using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

public static class ComponentExtensions
{
    /// <summary>Fills the container with a component.</summary>
    public static void Component<T>(this IContainer element, T component)
        where T : IComponent => component.Compose(element.Hold(new Layout.Container()));
}
