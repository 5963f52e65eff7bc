using Cake.Cli;
using Cake.Common.Modules;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.IO;
using Cake.Core.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Internal;

/// <summary>What the engine is built from before a build adds to it.</summary>
internal static class EngineServices
{
    public static ServiceCollection Create()
    {
        var services = new ServiceCollection();
        services.UseModule<CoreModule>();
        services.UseModule<CommonModule>();
        services.AddCakeDiagnostics();
        services.AddSingleton<ICakeConfiguration>(Configuration);
        services.AddSingleton<IFrostingContext, FrostingContext>();
        services.AddSingleton<BuildScriptHost<IFrostingContext>>();
        services.AddSingleton<DryRunScriptHost<IFrostingContext>>();
        services.AddSingleton<TreeScriptHost>();
        services.AddSingleton<DescriptionScriptHost>();
        services.AddSingleton<TaskGraph>();
        return services;
    }

    /// <summary>Settings come from cake.config, from CAKE_* environment variables and from the command line, the last of these winning.</summary>
    private static ICakeConfiguration Configuration(IServiceProvider services)
    {
        var environment = services.GetRequiredService<ICakeEnvironment>();
        var arguments = services.GetRequiredService<ICakeArguments>().GetArguments()
            .ToDictionary(argument => argument.Key, argument => argument.Value.FirstOrDefault() ?? "");
        return new CakeConfigurationProvider(services.GetRequiredService<IFileSystem>(), environment)
            .CreateConfiguration(environment.WorkingDirectory, arguments);
    }
}
