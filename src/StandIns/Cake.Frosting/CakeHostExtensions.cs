using Cake.Core.IO;
using Cake.Frosting.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>What a build sets on its host before it runs.</summary>
public static class CakeHostExtensions
{
    /// <summary>Sets the class of the context that tasks receive.</summary>
    public static CakeHost UseContext<TContext>(this CakeHost host)
        where TContext : class, IFrostingContext
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.ConfigureServices(services => services.AddSingleton<IFrostingContext, TContext>());
    }

    /// <summary>Sets the directory the tasks work in; a relative one counts from the directory the host was started in.</summary>
    public static CakeHost UseWorkingDirectory(this CakeHost host, DirectoryPath path)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.ConfigureServices(services => services.AddSingleton(new WorkingDirectory(path)));
    }

    /// <summary>Sets a setting of the engine, as a line of cake.config does.</summary>
    public static CakeHost UseCakeSetting(this CakeHost host, string key, string value)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.ConfigureServices(services => services.AddSingleton(new CakeSetting(key, value)));
    }
}
