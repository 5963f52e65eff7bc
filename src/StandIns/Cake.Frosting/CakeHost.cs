using System.Reflection;
using Cake.Cli;
using Cake.Frosting.Internal;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting;

/// <summary>Runs the tasks that are public classes of the entry assembly, on Cake's engine.</summary>
public sealed class CakeHost
{
    private readonly ServiceCollection services = EngineServices.Create();

    /// <summary>Adds to, or replaces, what the context and the tasks are built from; the last registration of a type counts.</summary>
    public CakeHost ConfigureServices(Action<IServiceCollection> services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services(this.services);
        return this;
    }

    /// <summary>Runs the targets named in the arguments, or <c>Default</c>.</summary>
    /// <returns>0, or another number after any exception, which has then been logged.</returns>
    public int Run(IEnumerable<string> args)
    {
        foreach (var task in Assembly.GetEntryAssembly()!.GetExportedTypes().Where(IsTask))
            services.AddSingleton(typeof(IFrostingTask), task);

        var registrar = new TypeRegistrar();
        registrar.RegisterInstance(typeof(IServiceCollection), services);
        var app = new CommandApp<RunCommand>(registrar);
        app.Configure(config => config.Settings.ConvertFlagsToRemainingArguments = true);
        return app.Run(args);
    }

    private static bool IsTask(Type type) => type.IsClass && !type.IsAbstract && type.IsAssignableTo(typeof(IFrostingTask));
}
