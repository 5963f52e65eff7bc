using System.ComponentModel;
using System.Reflection;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>Remembers which test method is running. Directory.Build.targets puts it on every assembly that references Verify.Xunit.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class UseVerifyAttribute : BeforeAfterTestAttribute
{
    private static readonly AsyncLocal<MethodInfo?> Running = new();

#pragma warning disable CA1725 // The names of the parameters are those of the package, not of xunit.
    public override void Before(MethodInfo info) => Running.Value = info;

    public override void After(MethodInfo info) => Running.Value = null;
#pragma warning restore CA1725

    /// <summary>The test method that is running in this flow of control.</summary>
    /// <exception cref="InvalidOperationException">No test is running, or its assembly lacks this attribute.</exception>
    internal static MethodInfo GetMethod() =>
        Running.Value ?? throw new InvalidOperationException(
            "Verify was called, but no running test is known. Call it from a test, in a project that references Verify.Xunit: " +
            "that reference adds [assembly: VerifyXunit.UseVerify].");
}
