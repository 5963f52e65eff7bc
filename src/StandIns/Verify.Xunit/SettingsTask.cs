using System.Runtime.CompilerServices;

namespace VerifyTests;

/// <summary>A verification that can still be configured; it runs once, when it is first awaited or turned into a task.</summary>
/// <param name="settings">Settings to start from; they are copied, so configuring one verification leaves others alone.</param>
/// <param name="buildTask">Runs the verification under the final settings.</param>
public class SettingsTask(VerifySettings? settings, Func<VerifySettings, Task<VerifyResult>> buildTask)
{
    private readonly VerifySettings _settings = new(settings);
    private Task<VerifyResult>? _task;

    /// <summary>The settings the verification will run under.</summary>
    /// <exception cref="InvalidOperationException">The verification has already started.</exception>
    public VerifySettings CurrentSettings => _task is null
        ? _settings
        : throw new InvalidOperationException("This verification has already started: configure it before it is awaited.");

    /// <inheritdoc cref="VerifySettings.UseDirectory"/>
    public SettingsTask UseDirectory(string directory)
    {
        CurrentSettings.UseDirectory(directory);
        return this;
    }

    /// <inheritdoc cref="VerifySettings.UseFileName"/>
    public SettingsTask UseFileName(string fileName)
    {
        CurrentSettings.UseFileName(fileName);
        return this;
    }

    /// <inheritdoc cref="VerifySettings.UseParameters"/>
    public SettingsTask UseParameters(params object?[] parameters)
    {
        CurrentSettings.UseParameters(parameters);
        return this;
    }

    /// <inheritdoc cref="VerifySettings.DisableDiff"/>
    public SettingsTask DisableDiff()
    {
        CurrentSettings.DisableDiff();
        return this;
    }

    public Task<VerifyResult> ToTask() => _task ??= buildTask(_settings);

    public TaskAwaiter<VerifyResult> GetAwaiter() => ToTask().GetAwaiter();

    public ConfiguredTaskAwaitable<VerifyResult> ConfigureAwait(bool continueOnCapturedContext) =>
        ToTask().ConfigureAwait(continueOnCapturedContext);

    public static implicit operator Task<VerifyResult>(SettingsTask settingsTask) => settingsTask.ToTask();
}
