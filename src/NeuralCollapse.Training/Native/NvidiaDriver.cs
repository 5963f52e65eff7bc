using System.Runtime.InteropServices;
using System.Text;

namespace NeuralCollapse.Training;

/// <summary>What NVIDIA's driver knows, asked without libtorch: so it can be told which of the two is missing.</summary>
/// <param name="Gpus">Names of the GPUs in the order of their numbers.</param>
/// <param name="CudaVersion">The newest CUDA that it serves, such as 13.0.</param>
internal sealed unsafe record NvidiaDriver(IReadOnlyList<string> Gpus, string CudaVersion)
{
    /// <summary>The file that a driver brings.</summary>
    public static string Library => OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1";

    /// <summary>The driver of this machine; null without one.</summary>
    public static NvidiaDriver? Find()
    {
        if (!NativeLibrary.TryLoad(Library, out var library))
            return null;
        int Call(string function, int* result) => ((delegate* unmanaged<int*, int>)NativeLibrary.GetExport(library, function))(result);
        int version = 0, count = 0;
        _ = Call("cuDriverGetVersion", &version);
        var hasGpus = ((delegate* unmanaged<uint, int>)NativeLibrary.GetExport(library, "cuInit"))(0) == 0 && Call("cuDeviceGetCount", &count) == 0;
        return new(hasGpus ? [.. Enumerable.Range(0, count).Select(index => Name(library, index))] : [], FormattableString.Invariant($"{version / 1000}.{version % 1000 / 10}"));
    }

    private static string Name(nint library, int index)
    {
        var name = stackalloc byte[256];
        return ((delegate* unmanaged<byte*, int, int, int>)NativeLibrary.GetExport(library, "cuDeviceGetName"))(name, 256, index) == 0
            ? Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name))
            : "a GPU without a name";
    }
}
