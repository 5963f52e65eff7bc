using System.Reflection;
using Cake.Frosting;

namespace Build;

/// <summary>A task as the command line sees it.</summary>
/// <param name="Name">As it is typed after <c>--target=</c>.</param>
/// <param name="Task">Its class.</param>
internal sealed record Target(string Name, Type Task)
{
    public static IReadOnlyList<Target> All { get; } =
    [
        .. typeof(Target).Assembly.GetExportedTypes()
            .Where(type => type.GetCustomAttribute<TaskNameAttribute>() is not null)
            .Select(type => new Target(type.GetCustomAttribute<TaskNameAttribute>()!.Name, type))
            .OrderBy(target => target.Name, StringComparer.Ordinal),
    ];

    /// <summary>The options that this target, or one it depends on, hands on.</summary>
    public IEnumerable<string> Accepted => AcceptedBy(Task);

    private static IEnumerable<string> AcceptedBy(Type task) =>
        (task.GetCustomAttribute<AcceptsAttribute>()?.Options ?? [])
        .Concat(task.GetCustomAttributes<IsDependentOnAttribute>().SelectMany(dependency => AcceptedBy(dependency.Task)));
}
