using System.Runtime.InteropServices;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>
/// Settings of libtorch for the whole process that TorchSharp has no name for: members of the C++ class at::Context, called by the names that
/// the compilers of Linux and macOS, and that of Windows, give them.
/// </summary>
internal static unsafe class LibTorchContext
{
    /// <summary>Whether operations give the same bits every time, and those that cannot are errors.</summary>
    public static bool IsDeterministic =>
        ((delegate* unmanaged<nint, byte>)Export("_ZNK2at7Context23deterministicAlgorithmsEv", "?deterministicAlgorithms@Context@at@@QEBA_NXZ"))(Global) != 0;

    /// <summary>
    /// Has operations give the same bits every time, or not. cuDNN then chooses its convolutions by rule and not by timing them, and attention
    /// is computed step by step: the gradient of its fused kernels is summed in no fixed order.
    /// </summary>
    public static void SetDeterministic(bool isOn)
    {
        ((delegate* unmanaged<nint, byte, byte, void>)Export("_ZN2at7Context26setDeterministicAlgorithmsEbb", "?setDeterministicAlgorithms@Context@at@@QEAAX_N0@Z"))(
            Global, Byte(isOn), Byte(false)); // false: not only a warning
        Set("setDeterministicCuDNN", isOn);
        Set("setBenchmarkCuDNN", false);
        Set("setSDPUseMemEfficient", !isOn);
        Set("setSDPUseCuDNN", !isOn);
    }

    private static nint Global => ((delegate* unmanaged<nint>)Export("_ZN2at13globalContextEv", "?globalContext@at@@YAAEAVContext@1@XZ"))();

    private static void Set(string member, bool value) =>
        ((delegate* unmanaged<nint, byte, void>)Export($"_ZN2at7Context{member.Length}{member}Eb", $"?{member}@Context@at@@QEAAX_N@Z"))(Global, Byte(value));

    private static byte Byte(bool value) => (byte)(value ? 1 : 0);

    private static nint Export(string name, string nameOnWindows)
    {
        var symbol = OperatingSystem.IsWindows() ? nameOnWindows : name;
        return NativeLibrary.TryGetExport(LibTorch.Core, symbol, out var address) ? address : throw new UserErrorException(
            $"libtorch {LibTorch.Version}: expected the function {symbol}, by which results are made repeatable on an accelerator, got none\n" +
            "  remedy: use the libtorch that TorchSharp is built for, or train on the processor with --device=cpu");
    }
}
