using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>
/// Environment variables that fix a worker's arithmetic. They must stand before the process starts: libtorch and its libraries read them
/// as they load.
/// </summary>
internal static class NumericsEnvironment
{
    public static IEnumerable<KeyValuePair<string, string>> Of(Numerics numerics) => numerics switch
    {
        Numerics.Portable => [.. OneThread, new("ATEN_CPU_CAPABILITY", "avx2"), new("ONEDNN_MAX_CPU_ISA", "AVX2"), new("MKL_CBWR", "AVX2")],
        Numerics.Native => OneThread,
        _ => throw new ArgumentOutOfRangeException(nameof(numerics)),
    };

    /// <summary>One thread, since two give other bits than one.</summary>
    private static IEnumerable<KeyValuePair<string, string>> OneThread =>
        [new("OMP_NUM_THREADS", "1"), new("MKL_NUM_THREADS", "1"), new("DOTNET_gcConcurrent", "0")];
}
