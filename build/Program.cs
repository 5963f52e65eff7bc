using System.Runtime.InteropServices;
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
            Console.Error.WriteLine(Visible.Text(error.Message));
            return ExitCode.UserError;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(Visible.Text(BuildContext.Refused(refusal)));
            return ExitCode.UserError;
        }
    }

    private static int Run(CommandLine commandLine)
    {
        using var outcome = new Outcome();
        // Ctrl-C reaches the programs that the tasks have started as well, SIGTERM the host alone. It waits until they have put their things
        // in order.
        using var interrupt = Take(PosixSignal.SIGINT, outcome.Interrupt);
        using var terminate = Take(PosixSignal.SIGTERM, outcome.Terminate);
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

    private static PosixSignalRegistration Take(PosixSignal which, Action action) => PosixSignalRegistration.Create(which, signal =>
    {
        signal.Cancel = true;
        action();
    });
}
