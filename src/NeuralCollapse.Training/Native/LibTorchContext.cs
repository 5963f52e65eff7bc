using System.Runtime.InteropServices;
using NeuralCollapse.Specs;
using TorchSharp;

namespace NeuralCollapse.Training;

/// <summary>
/// Settings of libtorch that TorchSharp has no name for: members of the C++ class at::Context, which hold for the process, and functions of
/// at::autocast, which hold for the thread; called by the names that the compilers of Linux and macOS, and that of Windows, give them.
/// </summary>
internal static unsafe class LibTorchContext
{
    /// <summary>Whether operations give the same bits every time, and those that cannot are errors.</summary>
    public static bool IsDeterministic =>
        ((delegate* unmanaged<nint, byte>)Export("_ZNK2at7Context23deterministicAlgorithmsEv", "?deterministicAlgorithms@Context@at@@QEBA_NXZ"))(Global) != 0;

    /// <summary>
    /// Has operations give the same bits every time, or not. cuDNN then chooses its convolutions by rule and not by timing them, and attention
    /// is computed step by step: the gradient of its fused kernels is summed in no fixed order. Memory is not filled before it is written to,
    /// which libtorch does at every operation to show who reads it unwritten.
    /// </summary>
    public static void SetDeterministic(bool isOn)
    {
        ((delegate* unmanaged<nint, byte, byte, void>)Export("_ZN2at7Context26setDeterministicAlgorithmsEbb", "?setDeterministicAlgorithms@Context@at@@QEAAX_N0@Z"))(
            Global, Byte(isOn), Byte(false)); // false: not only a warning
        Set("setDeterministicFillUninitializedMemory", false);
        Set("setDeterministicCuDNN", isOn);
        Set("setBenchmarkCuDNN", false);
        Set("setSDPUseMemEfficient", !isOn);
        Set("setSDPUseCuDNN", !isOn);
    }

    /// <summary>Whether operations on a device are computed in a narrower type where they bear it.</summary>
    public static void SetAutocast(DeviceType device, bool isOn) =>
        ((delegate* unmanaged<int, byte, void>)Export("_ZN2at8autocast20set_autocast_enabledEN3c1010DeviceTypeEb", "?set_autocast_enabled@autocast@at@@YAXW4DeviceType@c10@@_N@Z"))(
            (int)device, Byte(isOn));

    /// <summary>The narrower type.</summary>
    public static void SetAutocastType(DeviceType device, torch.ScalarType type) =>
        ((delegate* unmanaged<int, int, void>)Export("_ZN2at8autocast18set_autocast_dtypeEN3c1010DeviceTypeENS1_10ScalarTypeE", "?set_autocast_dtype@autocast@at@@YAXW4DeviceType@c10@@W4ScalarType@4@@Z"))(
            (int)device, (int)type);

    /// <summary>Forgets the weights that were converted to it.</summary>
    public static void ClearAutocastCache() =>
        ((delegate* unmanaged<void>)Export("_ZN2at8autocast11clear_cacheEv", "?clear_cache@autocast@at@@YAXXZ"))();

    private static nint Global => ((delegate* unmanaged<nint>)Export("_ZN2at13globalContextEv", "?globalContext@at@@YAAEAVContext@1@XZ"))();

    private static void Set(string member, bool value) =>
        ((delegate* unmanaged<nint, byte, void>)Export($"_ZN2at7Context{member.Length}{member}Eb", $"?{member}@Context@at@@QEAAX_N@Z"))(Global, Byte(value));

    private static byte Byte(bool value) => (byte)(value ? 1 : 0);

    private static nint Export(string name, string nameOnWindows)
    {
        var symbol = OperatingSystem.IsWindows() ? nameOnWindows : name;
        return NativeLibrary.TryGetExport(LibTorch.Core, symbol, out var address) ? address : throw new UserErrorException(
            $"libtorch {LibTorch.Version}: expected the function {symbol}, which training with this precision or on this device needs, got none\n" +
            "  remedy: use the libtorch that TorchSharp is built for, or train in float32 on the processor");
    }
}
