namespace NeuralCollapse.Runner;

/// <summary>What the executable and the build that runs it tell the shell: this file is compiled into both.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A cell has failed, or the program itself: a defect of it.</summary>
    public const int Failed = 1;

    public const int UserError = 2;
    public const int ResultsDiffer = 3;
    public const int Interrupted = 130;
}
