namespace Repository.Tests;

/// <summary>A test that needs PowerShell, and says so where there is none and none can be built.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PowerShellFactAttribute : FactAttribute
{
    public PowerShellFactAttribute()
    {
        if (PowerShell.Executable is null)
            Skip = "needs PowerShell: put pwsh on the path, or let the package feed serve Microsoft.PowerShell.SDK 7.6.9";
    }
}
