using System.Reflection;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Internal;

/// <summary>Hands the task classes to the engine: name, description, work and dependencies.</summary>
internal sealed class TaskGraph(ICakeEngine engine, IFrostingContext context, ICakeLog log, IEnumerable<IFrostingTask> tasks)
{
    public void Register()
    {
        foreach (var task in tasks)
            Register(task);
    }

    private void Register(IFrostingTask task)
    {
        var type = task.GetType();
        if (ContextOf(type) is { } needed && !needed.IsInstanceOfType(context))
        {
            log.Warning("The task {0} is left out: the context is not a {1}.", NameOf(type), needed.FullName);
            return;
        }

        var builder = engine.RegisterTask(NameOf(type));
        if (type.GetCustomAttribute<TaskDescriptionAttribute>() is { } description)
            builder.Description(description.Description);
        if (DoesWork(task))
            builder.Does(task.RunAsync);
        foreach (var dependency in type.GetCustomAttributes<IsDependentOnAttribute>())
        {
            if (!dependency.Task.IsAssignableTo(typeof(IFrostingTask)))
                throw new FrostingException($"The dependency '{dependency.Task.Name}' of '{NameOf(type)}' is not a task.");
            builder.IsDependentOn(NameOf(dependency.Task));
        }
    }

    /// <summary>A task whose Run is the empty one of its base class shows in the report as one that only gathered others.</summary>
    private static bool DoesWork(IFrostingTask task) => task.GetType().GetMethod("Run") is not { } run || !IsFrostingTask(run.DeclaringType!);

    private static string NameOf(Type task) => task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name;

    /// <summary>The type argument of the <see cref="FrostingTask{T}"/> a task derives from; null for one that implements the interface itself.</summary>
    private static Type? ContextOf(Type? type)
    {
        while (type is not null && !IsFrostingTask(type))
            type = type.BaseType;
        return type?.GenericTypeArguments[0];
    }

    private static bool IsFrostingTask(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(FrostingTask<>);
}
