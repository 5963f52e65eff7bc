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
        if (!ContextOf(type).IsInstanceOfType(context))
        {
            log.Warning("The task {0} is left out: the context is not a {1}.", NameOf(type), ContextOf(type).FullName);
            return;
        }

        var builder = engine.RegisterTask(NameOf(type));
        if (type.GetCustomAttribute<TaskDescriptionAttribute>() is { } description)
            builder.Description(description.Description);
        if (DoesWork(type))
            builder.Does(task.RunAsync);
        foreach (var dependency in type.GetCustomAttributes<IsDependentOnAttribute>())
        {
            if (!dependency.Task.IsAssignableTo(typeof(IFrostingTask)))
                throw new CakeException($"The dependency '{dependency.Task.Name}' of '{NameOf(type)}' is not a task.");
            builder.IsDependentOn(NameOf(dependency.Task));
        }
    }

    /// <summary>A task whose Run is the empty one of its base class shows in the report as one that only gathered others.</summary>
    private bool DoesWork(Type task) => task.GetMethod("Run", [context.GetType()]) is { } run
        ? !IsFrostingTask(run.DeclaringType!)
        : throw new CakeException($"The task '{NameOf(task)}' cannot run with a {context.GetType().Name}, "
            + "and was not left out either: it does not derive from FrostingTask<T> directly.");

    private static string NameOf(Type task) => task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name;

    /// <summary>The type argument of the <see cref="FrostingTask{T}"/> that is the direct base of a task; any context for another one.</summary>
    private static Type ContextOf(Type task) => IsFrostingTask(task.BaseType!) ? task.BaseType!.GenericTypeArguments[0] : typeof(ICakeContext);

    private static bool IsFrostingTask(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(FrostingTask<>);
}
