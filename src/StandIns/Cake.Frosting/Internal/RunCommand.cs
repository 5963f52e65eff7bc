using Cake.Cli;
using Cake.Cli.Infrastructure;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Scripting;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting.Internal;

/// <summary>The one command of the host: puts the arguments into the services, registers the tasks and runs the targets.</summary>
internal sealed class RunCommand(IServiceCollection services) : Command<RunSettings>
{
    public override int Execute(CommandContext context, RunSettings settings, CancellationToken cancellationToken)
    {
        services.AddSingleton<ICakeArguments>(context.Remaining.ToCakeArguments(settings.Targets));
        using var provider = services.BuildServiceProvider();
        try
        {
            SetWorkingDirectory(provider);
            provider.GetRequiredService<ICakeLog>().Verbosity =
                provider.GetRequiredService<ICakeConfiguration>().GetVerbosity(settings.Verbosity);
            var host = ScriptHost(provider, settings);
            provider.GetRequiredService<TaskGraph>().Register();
            if (settings.Exclusive)
                host.Settings.UseExclusiveTarget();
            host.RunTargets(settings.Targets);
            return 0;
        }
        catch (Exception exception)
        {
            return provider.GetRequiredService<ICakeLog>().LogException(exception);
        }
    }

    private static IScriptHost ScriptHost(ServiceProvider provider, RunSettings settings) => settings switch
    {
        { DryRun: true } => provider.GetRequiredService<DryRunScriptHost<IFrostingContext>>(),
        { Tree: true } => provider.GetRequiredService<TreeScriptHost>(),
        { Description: true } => provider.GetRequiredService<DescriptionScriptHost>(),
        _ => provider.GetRequiredService<BuildScriptHost<IFrostingContext>>(),
    };

    private static void SetWorkingDirectory(ServiceProvider provider)
    {
        if (provider.GetService<WorkingDirectory>() is not { } directory)
            return;
        var environment = provider.GetRequiredService<ICakeEnvironment>();
        var path = directory.Path.MakeAbsolute(environment);
        if (!provider.GetRequiredService<IFileSystem>().Exist(path))
            throw new CakeException($"The working directory '{path.FullPath}' does not exist.");
        environment.WorkingDirectory = path;
    }
}
