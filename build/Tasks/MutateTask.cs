using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Mutate")]
[TaskDescription("Changes the code of a project line by line, and says which changes no test notices; takes hours")]
[Accepts("only")]
public sealed class MutateTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        string[] all = ["Specs", "Records", "Measures"];
        var chosen = context.Arguments.GetArguments("only").ToList();
        if (chosen.FirstOrDefault(name => !all.Contains(name)) is { } unknown)
            throw context.Refuse($"--only: expected {string.Join(", ", all)}, got {unknown}");
        context.Dotnet("tool", "restore");
        foreach (var name in chosen.Count > 0 ? chosen : [.. all])
        {
            context.Dotnet(
                "stryker", "--project", $"NeuralCollapse.{name}.csproj", "--test-project", context.PathTo("tests", $"NeuralCollapse.{name}.Tests", $"NeuralCollapse.{name}.Tests.csproj"),
                "--configuration", "Release", "--break-at", "92", "--reporter", "html", "--reporter", "cleartext", "--output", context.PathTo(".artifacts", "mutants", name));
        }
    }
}
