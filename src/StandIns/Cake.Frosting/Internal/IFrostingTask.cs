using Cake.Core;

namespace Cake.Frosting.Internal;

/// <summary>One node of the task graph. The host finds the public classes that implement this.</summary>
internal interface IFrostingTask
{
    /// <summary>Does the work of the task.</summary>
    Task RunAsync(ICakeContext context);
}
