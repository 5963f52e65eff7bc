using System.Reflection;
using Cake.Core.Diagnostics;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace StandIns.Tests.Cake;

internal static class Host
{
    /// <summary>Runs the public tasks of this assembly that fit a type of context.</summary>
    public static Journal Run<TContext>(params string[] arguments)
        where TContext : class, IFrostingContext => Run<TContext>(_ => { }, arguments);

    /// <summary>Runs them on a host that is configured further.</summary>
    public static Journal Run<TContext>(Action<CakeHost> configure, params string[] arguments)
        where TContext : class, IFrostingContext
    {
        Assembly.SetEntryAssembly(typeof(Host).Assembly); // where a host looks for tasks
        var journal = new Journal();
        var settings = new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(journal.Printed) };
        var host = new CakeHost()
            .UseContext<TContext>()
            .ConfigureServices(services => services.AddSingleton(journal).AddSingleton<ICakeLog, JournalLog>()
                .AddSingleton(AnsiConsole.Create(settings)));
        configure(host);
        journal.ExitCode = host.Run(arguments);
        return journal;
    }
}
