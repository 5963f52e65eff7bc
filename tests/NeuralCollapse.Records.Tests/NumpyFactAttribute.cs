namespace NeuralCollapse.Records.Tests;

/// <summary>A test that needs NumPy, and says so where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NumpyFactAttribute : FactAttribute
{
    public NumpyFactAttribute()
    {
        if (Numpy.Python is null)
            Skip = "needs python3 with NumPy: install the package python3-numpy, or put a python3 that has it on the path";
    }
}
