using System.Reflection;
using Cake.Frosting;

namespace Build.Tasks;

/// <summary>A task that runs a verb of the <c>collapse</c> executable and hands on those options it accepts that the user gave.</summary>
public abstract class VerbTask(string verb) : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var accepted = GetType().GetCustomAttribute<AcceptsAttribute>()!.Options;
        var given = accepted.SelectMany(name => context.Arguments.GetArguments(name)
            .Select(value => string.IsNullOrEmpty(value) ? $"--{name}" : $"--{name}={value}"));
        new Executable(context).Run(verb, Part(context).Length > 0 ? given.Prepend(Part(context)) : given);
    }

    /// <summary>Which part of the verb, where it has parts.</summary>
    protected virtual string Part(BuildContext context) => "";
}
