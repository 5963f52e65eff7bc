using System.Runtime.CompilerServices;

namespace VerifyTests;

/// <summary>A verification that can still be configured; it runs once, when it is first awaited.</summary>
public class SettingsTask
{
    private readonly VerifySettings settings;
    private readonly Func<VerifySettings, Task<VerifyResult>> run;
    private Task<VerifyResult>? task;

    internal SettingsTask(VerifySettings settings, Func<VerifySettings, Task<VerifyResult>> run)
    {
        this.settings = settings;
        this.run = run;
    }

    /// <summary>Puts the snapshot into <paramref name="directory"/>: absolute, or relative to the directory of the test's source file.</summary>
    /// <exception cref="InvalidOperationException">The verification has already started.</exception>
    public SettingsTask UseDirectory(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        NotStarted().Directory = directory;
        return this;
    }

    /// <summary>Names the snapshot <c>{fileName}.verified.txt</c>, in place of class and method.</summary>
    /// <exception cref="InvalidOperationException">The verification has already started.</exception>
    public SettingsTask UseFileName(string fileName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        NotStarted().FileName = fileName;
        return this;
    }

    public TaskAwaiter<VerifyResult> GetAwaiter() => Started().GetAwaiter();

    private VerifySettings NotStarted() => task is null
        ? settings
        : throw new InvalidOperationException("This verification has already started: configure it before it is awaited.");

    private Task<VerifyResult> Started() => task ??= run(settings);
}
