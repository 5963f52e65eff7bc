using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;

namespace Build;

internal static class Program
{
    private static int Main(string[] args)
    {
        try
        {
            return Run(CommandLine.Read(args));
        }
        catch (UserErrorException error)
        {
            Console.Error.WriteLine(error.Message);
            return ExitCode.UserError;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(BuildContext.Refused(refusal));
            return ExitCode.UserError;
        }
    }

    private static int Run(CommandLine commandLine)
    {
        var outcome = new Outcome();
        Console.CancelKeyPress += (_, interrupt) =>
        {
            // Ctrl-C reaches the programs the tasks have started as well; the host waits until they have put their things in order.
            interrupt.Cancel = true;
            outcome.Interrupt();
        };
        var host = new CakeHost()
            .UseContext<BuildContext>()
            .UseWorkingDirectory("..")
            // Without it Cake merges several targets into one graph and may run Report before Reproduce.
            .UseCakeSetting("Settings_UnifiedDependencyGraphForMultipleTargets", "false")
            .ConfigureServices(services => services.AddSingleton(outcome).AddSingleton<ICakeLog, Log>());
        if (commandLine.IsQuiet)
            host.ConfigureServices(services => services.AddSingleton<ICakeReportPrinter, NoReport>());
        var succeeded = host.Run(commandLine.HostArguments) == 0;
        if (commandLine.ShowsHelp)
            Console.WriteLine(Option.Help);
        return succeeded ? ExitCode.Done : outcome.ExitCode;
    }
}
