using System.Diagnostics;
using Cake.Core;
using Cake.Frosting;

namespace Build;

/// <summary>Where things are, and how other programs are started.</summary>
public sealed class BuildContext(ICakeContext context, Outcome outcome) : FrostingContext(context)
{
    /// <summary>The folder that holds everything.</summary>
    public string Root => Environment.WorkingDirectory.FullPath;

    /// <summary>What compiling and testing leave; never committed.</summary>
    public string Artifacts => PathTo(".artifacts");

    public string Solution => PathTo("src", "NeuralCollapse.slnx");

    public string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Where the assembly of a project lies once it is compiled.</summary>
    public string AssemblyOf(string project, string name) => PathTo(".artifacts", "bin", project, "release", $"{name}.dll");

    /// <summary>Compiles a project or solution as it will run, optimised.</summary>
    public void Compile(string project) =>
        Dotnet("msbuild", project, "-restore", "-maxCpuCount", "-nologo", "-verbosity:quiet", "-property:Configuration=Release");

    /// <summary>Runs <c>dotnet</c> on the user's own terminal, in the root, and ends the run where it fails.</summary>
    public void Dotnet(params string[] arguments) => Require(DotnetExitCode(arguments));

    /// <summary>
    /// Runs <c>collapse</c> as <see cref="Dotnet"/> does; it ends when this process does, even if that is killed. What it reads is a pipe that
    /// the system closes then, and a line on it asks it to save what there is and end; the variable tells it so.
    /// </summary>
    public void DotnetEndingWithThis(params string[] arguments)
    {
        var start = DotnetStart(arguments);
        start.RedirectStandardInput = true;
        start.Environment["NEURAL_COLLAPSE_ENDS_WITH_INPUT"] = "1";
        Require(Run(start));
    }

    /// <summary>Runs <c>dotnet</c> as <see cref="Dotnet"/> does and leaves it to the caller what its exit code means.</summary>
    public int DotnetExitCode(params string[] arguments) => Run(DotnetStart(arguments));

    /// <summary>Ends the run with a message on what the user can put right.</summary>
    public Exception Refuse(string message)
    {
        Console.Error.WriteLine(Visible.Text(message));
        return Fail(ExitCode.UserError);
    }

    /// <summary>What to say when the system does not let the build read or write.</summary>
    public static string Refused(Exception refusal) =>
        $"The system refuses: {refusal.Message}\n  remedy: change the permissions or the owner of that file or folder, make room on its disk, or move away what is in its place";

    /// <inheritdoc cref="Outcome.Fail"/>
    public Exception Fail(int exitCode) => outcome.Fail(exitCode);

    // Not Cake's own StartProcess: it takes one string and leaves quoting to the caller.
    private ProcessStartInfo DotnetStart(string[] arguments) => new(System.Environment.ProcessPath!, arguments) { WorkingDirectory = Root };

    private int Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        using var ending = outcome.Termination.Register(() =>
        {
            if (start.RedirectStandardInput)
                process.StandardInput.WriteLine("stop");
            else
                process.Kill(entireProcessTree: true);
        });
        process.WaitForExit();
        return process.ExitCode;
    }

    private void Require(int exitCode)
    {
        if (exitCode != ExitCode.Done)
            throw Fail(exitCode);
    }
}
