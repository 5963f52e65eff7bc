namespace Build;

/// <summary>What the build, and the <c>collapse</c> executable, say to the shell. Any other number is passed on as it came.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int UserMistake = 2;
    public const int Interrupted = 130;
}
