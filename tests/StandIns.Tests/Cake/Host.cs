using Cake.Core.Diagnostics;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace StandIns.Tests.Cake;

internal static class Host
{
    /// <summary>Runs the tasks of this assembly that fit a type of context.</summary>
    public static Journal Run<TContext>(params string[] arguments)
        where TContext : class, IFrostingContext
    {
        var journal = new Journal();
        var settings = new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(journal.Printed) };
        journal.ExitCode = new CakeHost()
            .AddAssembly(typeof(Host).Assembly)
            .UseContext<TContext>()
            .ConfigureServices(services => services.AddSingleton(journal).AddSingleton<ICakeLog, JournalLog>()
                .AddSingleton(AnsiConsole.Create(settings)))
            .Run(arguments);
        return journal;
    }
}
