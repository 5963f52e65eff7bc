using Cake.Core;
using Cake.Frosting.Internal;

namespace Cake.Frosting;

/// <summary>A task that runs synchronously. One that does not override <see cref="Run"/> only gathers its dependencies.</summary>
/// <typeparam name="T">The context the task needs; the host leaves a task out, with a warning, where its context is of another type.</typeparam>
public abstract class FrostingTask<T> : IFrostingTask
    where T : ICakeContext
{
    /// <summary>Does the work of the task; an exception ends the run.</summary>
    public virtual void Run(T context)
    {
    }

    Task IFrostingTask.RunAsync(ICakeContext context)
    {
        Run((T)context);
        return Task.CompletedTask;
    }
}
