using DiffEngine;

namespace VerifyTests;

/// <summary>Where a snapshot lies, what it is called, and whether a difference opens a diff tool.</summary>
public class VerifySettings
{
    /// <summary>Settings that name the snapshot after the test and put it beside the test's source file.</summary>
    public VerifySettings()
    {
    }

    /// <summary>A copy of <paramref name="settings"/>; of the defaults when it is null.</summary>
    public VerifySettings(VerifySettings? settings)
    {
        if (settings is null)
            return;
        Directory = settings.Directory;
        FileName = settings.FileName;
        Parameters = settings.Parameters;
        DiffEnabled = settings.DiffEnabled;
    }

    /// <summary>The directory chosen with <see cref="UseDirectory"/>; null when none was.</summary>
    public string? Directory { get; private set; }

    internal string? FileName { get; private set; }

    internal object?[]? Parameters { get; private set; }

    internal bool DiffEnabled { get; private set; } = !DiffRunner.Disabled;

    /// <summary>Puts the snapshot into <paramref name="directory"/>: absolute, or relative to the directory of the test's source file.</summary>
    public void UseDirectory(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        Directory = directory;
    }

    /// <summary>Names the snapshot <c>{fileName}.verified.txt</c>, in place of class, method and parameters.</summary>
    public void UseFileName(string fileName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        FileName = fileName;
    }

    /// <summary>Values of the test method's parameters, in order, to append to the file name as <c>_{name}={value}</c>.</summary>
    /// <exception cref="InvalidOperationException"><see cref="UseFileName"/> was called before: it replaces the parameters.</exception>
    public void UseParameters(params object?[] parameters)
    {
        if (parameters.Length == 0)
            throw new ArgumentException("Expected at least one parameter.", nameof(parameters));
        if (FileName is not null)
            throw new InvalidOperationException($"{nameof(UseParameters)} is not compatible with {nameof(UseFileName)}.");
        Parameters = parameters;
    }

    /// <summary>Opens no diff tool when this verification fails.</summary>
    public void DisableDiff() => DiffEnabled = false;
}
