namespace NeuralCollapse.Runner;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int CellFailed = 1;
    public const int UserMistake = 2;
    public const int ResultsDiffer = 3;
    public const int Interrupted = 130;
}
