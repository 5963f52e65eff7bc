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

    /// <summary>Settings come from the host, from cake.config and from CAKE_* environment variables; never from the arguments of the build.</summary>
    private static ICakeConfiguration Configuration(IServiceProvider services)
    {
        var environment = services.GetRequiredService<ICakeEnvironment>();
        var settings = services.GetServices<CakeSetting>().Select(setting => KeyValuePair.Create(setting.Key, setting.Value));
        return new CakeConfigurationProvider(services.GetRequiredService<IFileSystem>(), environment)
            .CreateConfiguration(environment.WorkingDirectory, settings, new Dictionary<string, string>());
    }
}
