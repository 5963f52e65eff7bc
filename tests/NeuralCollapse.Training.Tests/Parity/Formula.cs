using System.Text;

namespace NeuralCollapse.Training.Tests;

/// <summary>Numbers that both sides compute alike from a name and an index, so that no weights need storing. formula.py is its twin.</summary>
internal static class Formula
{
    /// <summary>Numbers in [-0.5, 0.5), multiples of 2^-24: SplitMix64's mixing of (FNV-1a of the name + index of the element).</summary>
    public static double[] Uniform(string name, long count)
    {
        var seed = Encoding.UTF8.GetBytes(name).Aggregate(0xCBF29CE484222325, (hash, letter) => (hash ^ letter) * 0x100000001B3);
        var values = new double[count];
        for (var i = 0; i < values.Length; i++)
            values[i] = ((Mixed(seed + (ulong)i) >> 40) / (double)(1 << 24)) - 0.5;
        return values;
    }

    /// <summary>
    /// A parameter or buffer, row-major. Weights of two axes or more: variance 2 / fan-in. Scales and running variances: around 1.
    /// Everything else: around 0.
    /// </summary>
    public static float[] Parameter(string name, IReadOnlyList<int> shape)
    {
        var values = Uniform(name, shape.Aggregate(1L, (count, extent) => count * extent));
        var (isWeight, isVariance) = (name.EndsWith("weight", StringComparison.Ordinal), name.EndsWith(".running_var", StringComparison.Ordinal));
        return isWeight && shape.Count > 1
            ? Array.ConvertAll(values, v => (float)(v * Math.Sqrt(24.0 * shape[0] / values.Length)))
            : Array.ConvertAll(values, v => (float)(isWeight || isVariance ? 1 + (v / 2) : v));
    }

    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
