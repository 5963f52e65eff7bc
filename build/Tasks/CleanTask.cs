using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Clean")]
[TaskDescription("Removes what is generated and ignored, .artifacts and .runs; results and data sets stay")]
public sealed class CleanTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var use = RunningExecutables.Exclude(context);
        Remove(new DirectoryInfo(context.Artifacts));
        Remove(new DirectoryInfo(context.PathTo(".runs")));
    }

    /// <summary>Removes a folder but for the host itself, which is running out of it.</summary>
    private static void Remove(DirectoryInfo folder)
    {
        if (!folder.Exists || AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar) == folder.FullName)
            return;
        if (folder.LinkTarget is null && AppContext.BaseDirectory.StartsWith(folder.FullName + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            foreach (var file in folder.EnumerateFiles())
                file.Delete();
            foreach (var inner in folder.EnumerateDirectories())
                Remove(inner);
            return;
        }

        folder.Delete(recursive: true);
    }
}
