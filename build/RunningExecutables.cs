namespace Build;

/// <summary>
/// Keeps a running <c>collapse</c> and a compiler apart. A run starts a process for every cell; were the assemblies replaced meanwhile,
/// its later cells would be trained by other code than its earlier ones.
/// </summary>
internal static class RunningExecutables
{
    /// <summary>Enters as one of any number that run the executable.</summary>
    public static IDisposable Join(BuildContext context) => Open(context, FileAccess.Read, FileShare.ReadWrite)
        ?? throw context.Refuse("Another build of this folder is compiling collapse at this moment. Try again when it has finished.");

    /// <summary>Enters as the only one, to replace or remove what has been compiled.</summary>
    public static IDisposable Exclude(BuildContext context) => Open(context, FileAccess.ReadWrite, FileShare.None)
        ?? throw context.Refuse("Another build of this folder is using collapse, which would have to be replaced or removed for this. "
            + "Let that build finish, or stop it (the same command continues later), or use a second clone.");

    private static FileStream? Open(BuildContext context, FileAccess access, FileShare share)
    {
        try
        {
            Directory.CreateDirectory(context.Artifacts);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw context.Refuse(BuildContext.Refused(refusal));
        }

        try
        {
            return new FileStream(Path.Combine(context.Artifacts, "running.lock"), FileMode.OpenOrCreate, access, share);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException refusal)
        {
            throw context.Refuse(BuildContext.Refused(refusal));
        }
    }
}
