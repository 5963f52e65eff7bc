using Cake.Frosting;

namespace Build.Tests;

public sealed class DeclaringTasks
{
    /// <summary>Cake.Frosting reads the type of a task's context from its direct base class only.</summary>
    [Fact]
    public void EveryTaskDerivesFromTheTaskOfItsContextDirectly()
    {
        var tasks = typeof(BuildContext).Assembly.GetExportedTypes().Where(type => type.IsDefined(typeof(TaskNameAttribute), inherit: false)).ToList();

        Assert.NotEmpty(tasks);
        Assert.All(tasks, task => Assert.Equal(typeof(FrostingTask<BuildContext>), task.BaseType));
    }
}
