using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NeuralCollapse.Training;

/// <summary>
/// Random numbers that are a pure function of (seed, stream name, position): nothing is shared, so drawing more in one place changes
/// nothing in another, and resuming needs no generator state. SHA-256 chooses the start, SplitMix64 (Steele et al. 2014) goes on.
/// </summary>
public sealed class RandomStream
{
    private ulong state;

    /// <param name="seed">Root seed of the cell, or 0 for what does not depend on it.</param>
    /// <param name="name">What the numbers are for, such as <c>order</c> or <c>weights/stem.weight</c>.</param>
    /// <param name="position">Where in training: (epoch), (epoch, step), (index)...</param>
    public RandomStream(int seed, string name, params ReadOnlySpan<int> position)
    {
        var key = new byte[Encoding.UTF8.GetByteCount(name) + (sizeof(int) * (position.Length + 2))];
        var at = Encoding.UTF8.GetBytes(name, key);
        foreach (var part in (int[])[position.Length, seed, .. position])
        {
            BinaryPrimitives.WriteInt32LittleEndian(key.AsSpan(at), part);
            at += sizeof(int);
        }

        state = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(key));
    }

    /// <summary>64 uniform random bits.</summary>
    public ulong NextBits()
    {
        unchecked
        {
            var z = state += 0x9e3779b97f4a7c15;
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
            z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
            return z ^ (z >> 31);
        }
    }

    /// <summary>Uniform in [0, 1), a multiple of 2^-53.</summary>
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [least, most).</summary>
    public double NextUniform(double least, double most) => least + ((most - least) * NextUniform());

    /// <summary>Uniform in 0 .. bound - 1, without bias (Lemire 2019).</summary>
    public int NextIndex(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        var threshold = unchecked(0UL - (ulong)bound) % (ulong)bound;
        while (true)
        {
            var high = Math.BigMul(NextBits(), (ulong)bound, out var low);
            if (low >= threshold)
                return (int)high;
        }
    }

    /// <summary>Standard normal (polar method of Marsaglia and Bray 1964, one of the pair).</summary>
    public double NextNormal()
    {
        while (true)
        {
            var (x, y) = (NextUniform(-1, 1), NextUniform(-1, 1));
            var square = (x * x) + (y * y);
            if (square is > 0 and < 1)
                return x * Math.Sqrt(-2 * Math.Log(square) / square);
        }
    }

    /// <summary>A uniformly random order of 0 .. count - 1 (Fisher and Yates).</summary>
    public int[] NextPermutation(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var last = count - 1; last > 0; last--)
        {
            var other = NextIndex(last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }

        return order;
    }
}

/// <summary>The symmetric Beta(alpha, alpha) distribution of mixup's lambda.</summary>
public static class BetaDistribution
{
    /// <summary>One draw in [0, 1]; alpha = 1 is uniform.</summary>
    /// <param name="random">Where the randomness comes from.</param>
    /// <param name="alpha">Both parameters, greater than 0.</param>
    public static double NextBeta(this RandomStream random, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(alpha);
        if (alpha == 1)
            return random.NextUniform();
        // Logarithms, because for a small alpha both Gamma variates underflow to 0 and their ratio would be 0 / 0.
        var (x, y) = (NextLogGamma(random, alpha), NextLogGamma(random, alpha));
        return 1 / (1 + Math.Exp(y - x));
    }

    /// <summary>Logarithm of a Gamma(shape, 1) variate (Marsaglia and Tsang 2000; below shape 1 with their boost of section 6).</summary>
    private static double NextLogGamma(RandomStream random, double shape)
    {
        if (shape < 1)
            return NextLogGamma(random, shape + 1) + (Math.Log(1 - random.NextUniform()) / shape);
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = random.NextNormal();
            var root = 1 + (c * normal);
            if (root <= 0)
                continue;
            var v = root * root * root;
            if (Math.Log(1 - random.NextUniform()) < (0.5 * normal * normal) + d - (d * v) + (d * Math.Log(v)))
                return Math.Log(d * v);
        }
    }
}
