namespace NeuralCollapse.Synthetic;

/// <summary>Numbers in [0, 1) that look random and are the same everywhere.</summary>
public static class Noise
{
    /// <summary>A pure function of its arguments (the finaliser of splitmix64).</summary>
    public static double At(int seed, int stream, int index)
    {
        unchecked
        {
            var z = ((ulong)seed * 0x9E3779B97F4A7C15) + ((ulong)stream * 0xD1B54A32D192ED03) + ((ulong)index * 0x8CB92BA72F3D8DD7) + 1;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }

    /// <summary>Mean 0, in [-1, 1], bell-shaped.</summary>
    public static double Bell(int seed, int stream, int index) =>
        (At(seed, stream, 3 * index) + At(seed, stream, (3 * index) + 1) + At(seed, stream, (3 * index) + 2) - 1.5) / 1.5;
}
